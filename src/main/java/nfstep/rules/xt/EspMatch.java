package nfstep.rules.xt;

import nfstep.packet.Protocols;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m esp}: compares the security parameter index of an ESP header.
 *
 * <p>Source: iptables-extensions(8), "esp"; kernel {@code net/netfilter/xt_esp.c}, {@code esp_mt}.
 */
public record EspMatch(Spis spis) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "esp",
                    "Compares the index of an ESP header.",
                    Options.of(OptionSpec.invertible("espspi", "NUMBER[:NUMBER]  the security parameter index")),
                    EspMatch::read)
            .impliedBy(Protocols.ESP);

    private static Outcome<Match> read(Reading reading) {
        Spis.Header.ESP.require(reading);
        Spis spis = Spis.read(reading, "espspi");
        return reading.made(() -> new EspMatch(spis));
    }

    @Override
    public String name() {
        return "esp";
    }

    @Override
    public boolean matches(MatchContext context) {
        return spis.hold(context.packet(), Spis.Header.ESP);
    }

    /** A header that is cut short. */
    @Override
    public boolean hotDrop(MatchContext context) {
        return Spis.Header.ESP.isCutShort(context.packet());
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), Spis.Header.ESP.seen(context.packet()));
    }

    @Override
    public String options() {
        return spis.option("espspi");
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join("esp", spis.listing());
    }
}
