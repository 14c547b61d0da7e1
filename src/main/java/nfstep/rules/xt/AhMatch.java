package nfstep.rules.xt;

import nfstep.packet.IpFamily;
import nfstep.packet.Protocols;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m ah}: compares the security parameter index of an authentication header of IPv4.
 *
 * <p>Source: iptables-extensions(8), "ah"; kernel {@code net/ipv4/netfilter/ipt_ah.c}, {@code ah_mt}.
 */
public record AhMatch(Spis spis) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "ah",
                    "Compares the index of an authentication header.",
                    Options.of(OptionSpec.invertible("ahspi", "NUMBER[:NUMBER]  the security parameter index")),
                    AhMatch::read)
            .only(IpFamily.IPV4)
            .impliedBy(Protocols.AH);

    private static Outcome<Match> read(Reading reading) {
        Spis.Header.AH.require(reading);
        Spis spis = Spis.read(reading, "ahspi");
        return reading.made(() -> new AhMatch(spis));
    }

    @Override
    public String name() {
        return "ah";
    }

    @Override
    public boolean matches(MatchContext context) {
        return spis.hold(context.packet(), Spis.Header.AH);
    }

    /** A header that is cut short. */
    @Override
    public boolean hotDrop(MatchContext context) {
        return Spis.Header.AH.isCutShort(context.packet());
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), Spis.Header.AH.seen(context.packet()));
    }

    @Override
    public String options() {
        return spis.option("ahspi");
    }

    @Override
    public String listing(boolean numeric) {
        return "ah " + spis.listing();
    }
}
