package nfstep.rules.xt;

import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.source.Outcome;

/**
 * {@code -j TTL}: changes the time to live of an IPv4 packet; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "TTL"; kernel {@code net/netfilter/xt_HL.c}, {@code ttl_tg}.
 */
public record TtlTarget(HopChange how, int amount) implements Target {
    private static final String[] FORMS = {"ttl-set", "ttl-dec", "ttl-inc"};

    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
                    "TTL",
                    "Changes the time to live.",
                    Options.of(
                                    OptionSpec.of("ttl-set", "N  so many hops are left"),
                                    OptionSpec.of("ttl-dec", "N  so many fewer are left, at least 0"),
                                    OptionSpec.of("ttl-inc", "N  so many more are left, at most 255"))
                            .needsOneOf(FORMS)
                            .excluding(FORMS),
                    TtlTarget::read)
            .only(IpFamily.IPV4);

    private static Outcome<Target> read(Reading reading) {
        OptionUse use = reading.setting().options().get(0);
        HopChange how = HopChange.of(use);
        int amount = how.amount(reading, use);
        return reading.made(() -> new TtlTarget(how, amount));
    }

    @Override
    public String name() {
        return "TTL";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return how.apply(context, amount);
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.MANGLE);
    }

    @Override
    public String options() {
        return how.option("ttl", amount);
    }

    @Override
    public String listing(boolean numeric) {
        return how.listing("TTL", amount);
    }
}
