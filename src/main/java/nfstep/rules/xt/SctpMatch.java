package nfstep.rules.xt;

import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m sctp}: looks at the ports of an SCTP header. A rule with {@code --chunk-types} is kept, not modelled.
 *
 * <p>Source: iptables-extensions(8), "sctp"; kernel {@code net/netfilter/xt_sctp.c}, {@code sctp_mt}.
 *
 * @param source the wanted source ports, null where they are not asked for
 * @param destination the same for the destination
 */
public record SctpMatch(@Nullable Ports source, @Nullable Ports destination) implements Match {
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
        reading.use("chunk-types").ifPresent(use -> SctpChunks.check(reading, use));
        return reading.made(() -> reading.has("chunk-types")
                ? new UnmodelledMatch(
                        "sctp", Quoting.asWritten(reading.setting().options()), false, Place.ANY)
                : new SctpMatch(source, destination));
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
        int at = packet.headerLength();
        return packet.hasTransport(HEADER)
                && (source == null || source.holds(packet.u16(at)))
                && (destination == null || destination.holds(packet.u16(at + 2)));
    }

    /** A header that is cut short. */
    @Override
    public boolean hotDrop(MatchContext context) {
        return context.packet().fragmentOffset() == 0 && !context.packet().hasTransport(HEADER);
    }

    @Override
    public Evidence explain(MatchContext context) {
        Packet packet = context.packet();
        int at = packet.headerLength();
        String seen = packet.hasTransport(HEADER)
                ? "ports " + packet.u16(at) + " > " + packet.u16(at + 2)
                : Layer4.missing(packet, HEADER, "SCTP");
        return new Evidence(toSyntax(), seen);
    }

    @Override
    public String options() {
        return Parts.join(
                source == null ? "" : Parts.option(source.inverted(), "sport", source.range()),
                destination == null ? "" : Parts.option(destination.inverted(), "dport", destination.range()));
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(
                "sctp",
                source == null ? "" : source.listing("spt", "sctp", numeric),
                destination == null ? "" : destination.listing("dpt", "sctp", numeric));
    }
}
