package nfstep.rules.xt;

import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m udp}: looks at the ports of a UDP header.
 *
 * <p>Source: iptables-extensions(8), "udp"; kernel {@code net/netfilter/xt_tcpudp.c}, {@code udp_mt}.
 */
public record UdpMatch(Ports source, Ports destination) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "udp",
                    "Looks at the ports of a UDP header.",
                    Options.of(
                                    OptionSpec.invertible("sport", "PORT[:PORT]  source ports"),
                                    OptionSpec.invertible("source-port", "the same"),
                                    OptionSpec.invertible("dport", "PORT[:PORT]  destination ports"),
                                    OptionSpec.invertible("destination-port", "the same"))
                            .same("sport", "source-port")
                            .same("dport", "destination-port"),
                    UdpMatch::read)
            .impliedBy(Protocols.UDP);

    private static final int HEADER = 8;
    private static final UdpMatch ANY = new UdpMatch(Ports.ANY, Ports.ANY);

    private static Outcome<Match> read(Reading reading) {
        Layer4.require(reading, Protocols.UDP);
        Ports source = reading.value("sport", Ports.ANY, use -> Ports.ofAnyProtocol(reading, use));
        Ports destination = reading.value("dport", Ports.ANY, use -> Ports.ofAnyProtocol(reading, use));
        return reading.made(() -> new UdpMatch(source, destination));
    }

    @Override
    public String name() {
        return "udp";
    }

    @Override
    public boolean matches(MatchContext context) {
        Packet packet = context.packet();
        int at = packet.headerLength();
        return packet.hasTransport(HEADER) && source.holds(packet.u16(at)) && destination.holds(packet.u16(at + 2));
    }

    /** A header that is cut short. */
    @Override
    public boolean hotDrop(MatchContext context) {
        return context.packet().fragmentOffset() == 0 && !context.packet().hasTransport(HEADER);
    }

    @Override
    public boolean isExpression() {
        return !equals(ANY);
    }

    @Override
    public boolean matchesAsExpression(MatchContext context) {
        return Layer4.holds(context.packet(), 0, source) && Layer4.holds(context.packet(), 2, destination);
    }

    @Override
    public Evidence explain(MatchContext context) {
        Packet packet = context.packet();
        return new Evidence(
                toSyntax(), packet.hasTransport(HEADER) ? seen(packet) : Layer4.missing(packet, HEADER, "UDP"));
    }

    private String seen(Packet packet) {
        int from = packet.u16(packet.headerLength());
        int to = packet.u16(packet.headerLength() + 2);
        if (!source.holds(from)) {
            return "source port " + from;
        }
        return destination.holds(to) ? "ports " + from + " > " + to : "destination port " + to;
    }

    @Override
    public String options() {
        return Parts.join(source.option("sport"), destination.option("dport"));
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join("udp", source.listing("spt", "udp", numeric), destination.listing("dpt", "udp", numeric));
    }
}
