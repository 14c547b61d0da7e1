package nfstep.rules.xt;

import nfstep.packet.IpFamily;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m ttl}: compares the time to live of an IPv4 packet.
 *
 * <p>Source: iptables-extensions(8), "ttl"; kernel {@code net/netfilter/xt_hl.c}, {@code ttl_mt}.
 */
public record TtlMatch(Comparison how, int ttl) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "ttl",
                    "Compares the time to live.",
                    Options.of(
                                    OptionSpec.invertible("ttl-eq", "TTL  as many hops are left"),
                                    OptionSpec.invertible("ttl", "the same"),
                                    OptionSpec.of("ttl-lt", "TTL  fewer are left"),
                                    OptionSpec.of("ttl-gt", "TTL  more are left"))
                            .same("ttl-eq", "ttl")
                            .needsOneOf("ttl-eq", "ttl-lt", "ttl-gt")
                            .excluding("ttl-eq", "ttl-lt", "ttl-gt"),
                    TtlMatch::read)
            .only(IpFamily.IPV4);

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.setting().options().get(0);
        int ttl = (int) reading.number(use, 0, 255);
        Comparison how = Comparison.of(use.option().substring(use.option().indexOf('-') + 1), use.inverted());
        return reading.made(() -> new TtlMatch(how, ttl));
    }

    @Override
    public String name() {
        return "ttl";
    }

    @Override
    public boolean matches(MatchContext context) {
        return how.holds(context.packet().ttl(), ttl);
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "ttl " + context.packet().ttl());
    }

    @Override
    public String options() {
        return how.option("ttl", ttl);
    }

    @Override
    public String listing(boolean numeric) {
        return "TTL match TTL " + how.sign() + " " + ttl;
    }
}
