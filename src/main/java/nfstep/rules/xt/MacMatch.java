package nfstep.rules.xt;

import java.util.Optional;
import nfstep.packet.EthernetHeader;
import nfstep.packet.MacAddress;
import nfstep.rules.Evidence;
import nfstep.rules.Hook;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.source.Outcome;

/**
 * {@code -m mac}: compares the link-layer address that the frame came from; a packet without one never matches.
 *
 * <p>Source: iptables-extensions(8), "mac"; kernel {@code net/netfilter/xt_mac.c}, {@code mac_mt}.
 */
public record MacMatch(boolean inverted, MacAddress source) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "mac",
            "Compares the link-layer address that the frame came from.",
            Options.of(OptionSpec.invertible("mac-source", "XX:XX:XX:XX:XX:XX")).needsOneOf("mac-source"),
            MacMatch::read);

    /** Not an Ethernet device, whatever its frames look like. */
    private static final String LOOPBACK = "lo";

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.required("mac-source");
        MacAddress source = address(use.word()).orElse(MacAddress.ZERO);
        if (address(use.word()).isEmpty()) {
            reading.refuse(use, "takes six hexadecimal numbers with colons between, not " + Quoting.quote(use.word()));
        }
        return reading.made(() -> new MacMatch(use.inverted(), source));
    }

    /** Leading zeros may be left out: {@code xtopt_parse_ethermac}. */
    private static Optional<MacAddress> address(String word) {
        StringBuilder full = new StringBuilder();
        for (String part : word.split(":", -1)) {
            full.append(full.isEmpty() ? "" : ":")
                    .append(part.length() == 1 ? "0" : "")
                    .append(part);
        }
        return MacAddress.parse(full.toString());
    }

    @Override
    public String name() {
        return "mac";
    }

    @Override
    public boolean matches(MatchContext context) {
        Optional<EthernetHeader> header = context.skb().ethernet();
        return header.isPresent()
                && !context.inName().equals(LOOPBACK)
                && header.get().source().equals(source) != inverted;
    }

    @Override
    public Evidence explain(MatchContext context) {
        String seen = context.skb()
                .ethernet()
                .filter(header -> !context.inName().equals(LOOPBACK))
                .map(header -> "frame from " + header.source())
                .orElse("no Ethernet header");
        return new Evidence(toSyntax(), seen);
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(hook, Hook.PREROUTING, Hook.INPUT, Hook.FORWARD);
    }

    @Override
    public String options() {
        return Parts.option(inverted, "mac-source", source.toString());
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join("MAC", inverted ? "!" : "", source.toString());
    }
}
