package nfstep.parse.packet;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nfstep.conntrack.Tuple;
import nfstep.packet.IcmpBuilder;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;

/**
 * A connection as conntrack(8) lists it.
 *
 * @param secondsLeft its timeout, where the line has one
 * @param state the state of its protocol, empty for a protocol without states
 * @param zone the zone of both directions, where one is set
 */
public record ListedConnection(
        OptionalLong secondsLeft,
        String state,
        Tuple original,
        Tuple reply,
        boolean replied,
        boolean assured,
        int mark,
        OptionalInt zone) {
    /** The packet that begins such a connection. */
    public ReadPacket firstPacket() {
        return new ReadPacket(packet(), Seen.NOWHERE, List.of(assumption()));
    }

    private Packet packet() {
        Tuple t = original;
        return switch (t.protocol()) {
            case Protocols.TCP ->
                Packets.tcp(t.source(), t.sourceKey(), t.destination(), t.destinationKey())
                        .build();
            case Protocols.UDP ->
                Packets.udp(t.source(), t.sourceKey(), t.destination(), t.destinationKey())
                        .build();
            case Protocols.ICMP, Protocols.ICMPV6 -> query().build();
            default -> other();
        };
    }

    private IcmpBuilder query() {
        return Packets.icmp(original.source(), original.destination(), original.icmpType(), original.icmpCode())
                .query(original.sourceKey(), 1);
    }

    private Packet other() {
        byte[] header = new byte[0];
        if (Protocols.hasPorts(original.protocol())) {
            header = new Octets(12)
                    .put16(0, original.sourceKey())
                    .put16(2, original.destinationKey())
                    .bytes();
        }
        return Packets.raw(original.source(), original.destination(), original.protocol())
                .payload(header)
                .build();
    }

    private String assumption() {
        String first = original.protocol() == Protocols.TCP ? "the first packet, a SYN" : "the first packet";
        return first + " of the original direction, ttl 64, without data: the line tells no more than the tuple";
    }
}
