package nfstep.rules.xt;

import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m sctp}: looks at the ports of an SCTP header and at the chunks behind it.
 *
 * <p>Source: iptables-extensions(8), "sctp"; kernel {@code net/netfilter/xt_sctp.c}, {@code sctp_mt}.
 *
 * @param source the wanted source ports, null where they are not asked for
 * @param destination the same for the destination
 * @param chunks the wanted chunks, null where they are not asked for
 */
public record SctpMatch(
        @Nullable Ports source,
        @Nullable Ports destination,
        @Nullable SctpChunks chunks) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "sctp",
                    "Looks at ports and chunks of an SCTP header.",
                    Options.of(
                                    OptionSpec.invertible("sport", "PORT[:PORT]  source ports"),
                                    OptionSpec.invertible("source-port", "the same"),
                                    OptionSpec.invertible("dport", "PORT[:PORT]  destination ports"),
                                    OptionSpec.invertible("destination-port", "the same"),
                                    new OptionSpec(
                                            "chunk-types", 2, true, "all, any or only, then CHUNK[:FLAGS][,...]"))
                            .same("sport", "source-port")
                            .same("dport", "destination-port"),
                    SctpMatch::read)
            .impliedBy(Protocols.SCTP);

    private static final int HEADER = 12;

    private static Outcome<Match> read(Reading reading) {
        Layer4.require(reading, Protocols.SCTP);
        Ports source = ports(reading, "sport");
        Ports destination = ports(reading, "dport");
        SctpChunks chunks = reading.use("chunk-types")
                .map(use -> SctpChunks.read(reading, use))
                .orElse(null);
        return reading.made(() -> new SctpMatch(source, destination, chunks));
    }

    private static @Nullable Ports ports(Reading reading, String option) {
        return reading.use(option).map(use -> Ports.of(reading, use, "sctp")).orElse(null);
    }

    @Override
    public String name() {
        return "sctp";
    }

    @Override
    public boolean matches(MatchContext context) {
        Packet packet = context.packet();
        return holdPorts(packet)
                && (chunks == null || chunks.hold(packet, HEADER).orElse(false) != chunks.inverted());
    }

    private boolean holdPorts(Packet packet) {
        int at = packet.headerLength();
        return packet.hasTransport(HEADER)
                && (source == null || source.holds(packet.u16(at)))
                && (destination == null || destination.holds(packet.u16(at + 2)));
    }

    /** A header that is cut short, or chunks that are damaged where they are looked at; inverted, it matches too. */
    @Override
    public boolean hotDrop(MatchContext context) {
        Packet packet = context.packet();
        if (packet.fragmentOffset() != 0) {
            return false;
        }
        return !packet.hasTransport(HEADER)
                || (chunks != null
                        && holdPorts(packet)
                        && chunks.hold(packet, HEADER).isEmpty());
    }

    @Override
    public Evidence explain(MatchContext context) {
        Packet packet = context.packet();
        return new Evidence(
                toSyntax(), packet.hasTransport(HEADER) ? seen(packet) : Layer4.missing(packet, HEADER, "SCTP"));
    }

    private String seen(Packet packet) {
        int at = packet.headerLength();
        String ports = "ports " + packet.u16(at) + " > " + packet.u16(at + 2);
        return chunks == null ? ports : ports + ", " + SctpChunks.seen(packet, HEADER);
    }

    @Override
    public String options() {
        return Parts.join(
                source == null ? "" : Parts.option(source.inverted(), "sport", source.range()),
                destination == null ? "" : Parts.option(destination.inverted(), "dport", destination.range()),
                chunks == null ? "" : Parts.option(chunks.inverted(), "chunk-types", chunks.text(false)));
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(
                "sctp",
                source == null ? "" : source.listing("spt", "sctp", numeric),
                destination == null ? "" : destination.listing("dpt", "sctp", numeric),
                chunks == null ? "" : (chunks.inverted() ? "! " : "") + chunks.text(numeric));
    }
}
