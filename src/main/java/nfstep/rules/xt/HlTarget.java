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
 * {@code -j HL}: changes the hop limit of an IPv6 packet; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "HL"; kernel {@code net/netfilter/xt_HL.c}, {@code hl_tg6}.
 */
public record HlTarget(HopChange how, int amount) implements Target {
    private static final String[] FORMS = {"hl-set", "hl-dec", "hl-inc"};

    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
                    "HL",
                    "Changes the hop limit.",
                    Options.of(
                                    OptionSpec.of("hl-set", "N  so many hops are left"),
                                    OptionSpec.of("hl-dec", "N  so many fewer are left, at least 0"),
                                    OptionSpec.of("hl-inc", "N  so many more are left, at most 255"))
                            .needsOneOf(FORMS)
                            .excluding(FORMS),
                    HlTarget::read)
            .only(IpFamily.IPV6);

    private static Outcome<Target> read(Reading reading) {
        OptionUse use = reading.setting().options().get(0);
        HopChange how = HopChange.of(use);
        int amount = how.amount(reading, use);
        return reading.made(() -> new HlTarget(how, amount));
    }

    @Override
    public String name() {
        return "HL";
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
        return how.option("hl", amount);
    }

    @Override
    public String listing(boolean numeric) {
        return how.listing("HL", amount);
    }
}
