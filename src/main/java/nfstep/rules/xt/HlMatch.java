package nfstep.rules.xt;

import nfstep.packet.IpFamily;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m hl}: compares the hop limit of an IPv6 packet.
 *
 * <p>Source: iptables-extensions(8), "hl"; kernel {@code net/netfilter/xt_hl.c}, {@code hl_mt6}.
 */
public record HlMatch(Comparison how, int hopLimit) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "hl",
                    "Compares the hop limit.",
                    Options.of(
                                    OptionSpec.invertible("hl-eq", "HOPS  as many hops are left"),
                                    OptionSpec.invertible("hl", "the same"),
                                    OptionSpec.of("hl-lt", "HOPS  fewer are left"),
                                    OptionSpec.of("hl-gt", "HOPS  more are left"))
                            .same("hl-eq", "hl")
                            .needsOneOf("hl-eq", "hl-lt", "hl-gt")
                            .excluding("hl-eq", "hl-lt", "hl-gt"),
                    HlMatch::read)
            .only(IpFamily.IPV6);

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.setting().options().get(0);
        int hops = (int) reading.number(use, 0, 255);
        Comparison how = Comparison.of(use.option().substring(use.option().indexOf('-') + 1), use.inverted());
        return reading.made(() -> new HlMatch(how, hops));
    }

    @Override
    public String name() {
        return "hl";
    }

    @Override
    public boolean matches(MatchContext context) {
        return how.holds(context.packet().ttl(), hopLimit);
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "hop limit " + context.packet().ttl());
    }

    @Override
    public String options() {
        return how.option("hl", hopLimit);
    }

    @Override
    public String listing(boolean numeric) {
        return "HL match HL " + how.sign() + " " + hopLimit;
    }
}
