package nfstep.lab.fuzz;

import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Tuple;
import nfstep.packet.IcmpBuilder;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;

/** ICMP messages: queries, and errors about packets that may have been sent. */
final class IcmpDraw {
    static final List<Integer> IDS = List.of(77, 78, 79);

    private final Draw draw;

    IcmpDraw(Draw draw) {
        this.draw = draw;
    }

    /** A query or an answer, mostly echo. */
    Packet query(String source, String destination) {
        int type = draw.chance(70) ? 8 : draw.of(0, 13, 14, 15, 17, 18, 10, 9, 30, 42);
        return Packets.icmp(Ipv4Address.of(source), Ipv4Address.of(destination), type, draw.chance(95) ? 0 : 3)
                .query(draw.one(IDS), draw.between(1, 3))
                .payload(new byte[draw.of(0, 12, 56)])
                .build();
    }

    /** A message with that tuple. */
    Packet of(Tuple tuple) {
        return Packets.icmp(tuple.source(), tuple.destination(), tuple.icmpType(), tuple.icmpCode())
                .query(tuple.sourceKey(), draw.between(1, 3))
                .payload(new byte[draw.of(0, 12, 56)])
                .build();
    }

    /** An error about a packet, from somebody to its sender. */
    Packet error(String from, Packet about) {
        int type = draw.of(3, 3, 3, 3, 11, 11, 12, 4, 5);
        int code = type == 3 ? draw.of(0, 1, 2, 3, 3, 4, 9, 10, 13, 15) : draw.of(0, 0, 1);
        if (teaches(type, code, about)) {
            type = 11;
            code = 0;
        }
        IcmpBuilder error = Packets.icmp(Ipv4Address.of(from), about.source(), type, code);
        if (type == 3 && code == 4) {
            error = error.rest(draw.of(0, 576, 1400));
        }
        return error.quoting(about, draw.of(56, 56, 576)).build();
    }

    /** A stack learns from what is said of its echo replies, which is not modelled: {@code icmp_err}. */
    private static boolean teaches(int type, int code, Packet about) {
        boolean route = type == 5 || (type == 3 && code == 4);
        return route && about.icmp().filter(icmp -> icmp.type() == 0).isPresent();
    }

    /** A packet with that tuple, as an error would quote it. */
    Optional<Packet> quoted(Tuple tuple) {
        int ttl = draw.of(64, 1, 63);
        return switch (tuple.protocol()) {
            case Protocols.TCP ->
                Optional.of(Packets.tcp(tuple.source(), tuple.sourceKey(), tuple.destination(), tuple.destinationKey())
                        .ttl(ttl)
                        .build());
            case Protocols.UDP ->
                Optional.of(Packets.udp(tuple.source(), tuple.sourceKey(), tuple.destination(), tuple.destinationKey())
                        .ttl(ttl)
                        .build());
            case Protocols.ICMP -> Optional.of(of(tuple));
            default -> Optional.empty();
        };
    }
}
