package nfstep.lab.fuzz;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.Direction;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Tuples;
import nfstep.host.Network;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.packet.TcpFlags;
import nfstep.state.World;

/** Packets that begin connections, belong to those that the host has, or only seem to. */
final class Traffic {
    private final Draw draw;
    private final Topology topology;
    private final IcmpDraw icmp;
    private final Oddities oddities;
    private final Map<Long, Talk> talks = new HashMap<>();
    private final Deque<String> later = new ArrayDeque<>();

    Traffic(Draw draw, Topology topology) {
        this.draw = draw;
        this.topology = topology;
        this.icmp = new IcmpDraw(draw);
        this.oddities = new Oddities(draw, topology);
    }

    /** The next packet, as a command, in the world as it is. */
    String next(World world) {
        if (!later.isEmpty() && draw.chance(80)) {
            return later.removeFirst();
        }
        if (draw.chance(15)) {
            later.addAll(oddities.next());
            return later.removeFirst();
        }
        List<Connection> known =
                connections(world).stream().filter(Traffic::isOurs).toList();
        if (known.isEmpty() || draw.chance(35)) {
            return first();
        }
        Connection connection = known.get(known.size() - 1 - draw.between(0, Math.min(5, known.size() - 1)));
        Direction direction = draw.of(Direction.ORIGINAL, Direction.REPLY, Direction.REPLY);
        return draw.chance(20) ? error(connection, direction) : more(connection, direction);
    }

    private static Collection<Connection> connections(World world) {
        return world.netfilter(Network.HOST).connections().all();
    }

    /** A ping has an id that a kernel draws. */
    private static boolean isOurs(Connection connection) {
        Tuple tuple = connection.tuple(Direction.ORIGINAL);
        return tuple.protocol() != Protocols.ICMP || IcmpDraw.IDS.contains(tuple.sourceKey());
    }

    /** A packet that belongs to nothing yet. */
    private String first() {
        String source = draw.chance(15) ? draw.one(topology.hostAddresses()) : draw.one(topology.siteAddresses());
        String destination = topology.address(draw);
        if (draw.chance(6)) {
            return spoofed(packet(topology.address(draw), destination));
        }
        return from(source, packet(source, destination));
    }

    private Packet packet(String from, String to) {
        Ipv4Address source = Ipv4Address.of(from);
        Ipv4Address destination = Ipv4Address.of(to);
        int sport = draw.of(4000, 4001, 4002, 53);
        int dport = draw.one(MatchDraw.PORTS);
        return switch (draw.between(0, 9)) {
            case 0, 1, 2, 3 ->
                Packets.tcp(source, sport, destination, dport)
                        .seq(Talk.FIRST)
                        .flags(draw.chance(80) ? TcpFlags.SYN : draw.of(TcpFlags.ACK, TcpFlags.RST, 0, 0x12, 0x18))
                        .tos(draw.chance(10) ? 0x10 : 0)
                        .build();
            case 4, 5, 6 ->
                Packets.udp(source, sport, destination, dport)
                        .payload(new byte[draw.of(0, 4, 100)])
                        .ttl(draw.chance(90) ? 64 : draw.of(1, 2, 255))
                        .build();
            case 7, 8 -> icmp.query(from, to);
            default ->
                Packets.raw(source, destination, draw.of(47, 99, 50, 4))
                        .payload(new byte[draw.of(8, 20)])
                        .build();
        };
    }

    /** One more packet of a connection, as it comes to the host. */
    private String more(Connection connection, Direction direction) {
        Tuple tuple = connection.tuple(direction);
        Packet packet =
                switch (tuple.protocol()) {
                    case Protocols.TCP ->
                        talks.computeIfAbsent(connection.id(), id -> new Talk(draw))
                                .segment(direction, tuple);
                    case Protocols.UDP ->
                        Packets.udp(tuple.source(), tuple.sourceKey(), tuple.destination(), tuple.destinationKey())
                                .payload(new byte[draw.of(0, 4, 100)])
                                .build();
                    case Protocols.ICMP -> icmp.of(tuple);
                    default ->
                        Packets.raw(tuple.source(), tuple.destination(), tuple.protocol())
                                .payload(new byte[draw.of(8, 20)])
                                .build();
                };
        return from(tuple.source().toString(), packet);
    }

    /** An error about a packet of that direction, from who got it or from a router before. */
    private String error(Connection connection, Direction direction) {
        Optional<Packet> about =
                Tuples.inverse(connection.tuple(direction.opposite())).flatMap(icmp::quoted);
        if (about.isEmpty()) {
            return more(connection, direction);
        }
        String receiver = about.get().destination().toString();
        String sender = draw.chance(70) ? receiver : topology.address(draw);
        return from(receiver, icmp.error(sender, about.get()));
    }

    /** From where that address lives; a packet from nobody arrives by some device. */
    private String from(String address, Packet packet) {
        Optional<Site> home = topology.home(address);
        if (home.isPresent()) {
            return home.get().run(SendText.of(packet));
        }
        return topology.hostAddresses().contains(address) ? own(packet) : spoofed(packet);
    }

    private String own(Packet packet) {
        String text = SendText.of(packet);
        return text.contains("'") ? text : text + draw.maybe(15, () -> "mark " + draw.of(1, 2, 0x10));
    }

    private String spoofed(Packet packet) {
        return SendText.of(packet) + " in " + draw.one(topology.ports());
    }
}
