package nfstep.rules.xt;

import nfstep.packet.Protocols;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m ipcomp}: compares the compression parameter index of an IPComp header.
 *
 * <p>Source: iptables-extensions(8), "ipcomp"; kernel {@code net/netfilter/xt_ipcomp.c}, {@code comp_mt}.
 *
 * @param reserved what {@code --compres} asks for; the kernel does not look at it
 */
public record IpcompMatch(Spis spis, boolean reserved) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "ipcomp",
                    "Compares the index of an IPComp header.",
                    Options.of(
                            OptionSpec.invertible(
                                    "ipcompspi", "NUMBER[:NUMBER]  the compression parameter index; 0 if not given"),
                            OptionSpec.flag("compres", "kept; the kernel does not look at it")),
                    IpcompMatch::read)
            .impliedBy(Protocols.IPCOMP);

    private static Outcome<Match> read(Reading reading) {
        Spis.Header.IPCOMP.require(reading);
        NumberRange range = reading.value(
                "ipcompspi", new NumberRange(false, 0, 0), use -> NumberRange.read(reading, use, Spis.MOST));
        return reading.made(() -> new IpcompMatch(new Spis(range), reading.has("compres")));
    }

    @Override
    public String name() {
        return "ipcomp";
    }

    @Override
    public boolean matches(MatchContext context) {
        return spis.hold(context.packet(), Spis.Header.IPCOMP);
    }

    /** A header that is cut short. */
    @Override
    public boolean hotDrop(MatchContext context) {
        return Spis.Header.IPCOMP.isCutShort(context.packet());
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), Spis.Header.IPCOMP.seen(context.packet()));
    }

    /** The tool leaves all numbers out, which it reads as 0. */
    @Override
    public String options() {
        NumberRange range = spis.range();
        return Parts.join(Parts.option(range.inverted(), "ipcompspi", range.text()), reserved ? "--compres" : "");
    }

    @Override
    public String listing(boolean numeric) {
        return "comp " + spis.listing() + (reserved ? " reserved" : "");
    }
}
