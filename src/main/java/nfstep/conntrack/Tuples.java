package nfstep.conntrack;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;

/** Reads tuples out of packets and turns them round: {@code nf_ct_get_tuple}, {@code nf_ct_invert_tuple}. */
public final class Tuples {
    private static final int GRE_VERSION = 0x7;
    private static final int GRE_PROTOCOL_PPP = 0x880b;

    private Tuples() {}

    /**
     * The tuple of a packet; empty for a fragment other than the first, and where the upper layer cannot be read.
     *
     * <p>Source: {@code net/netfilter/nf_conntrack_core.c}, {@code get_l4proto}, {@code nf_ct_get_tuple}.
     */
    public static Optional<Tuple> of(Packet packet) {
        if (packet.fragmentOffset() != 0 || (!packet.isIpv4() && endsInExtensionHeader(packet))) {
            return Optional.empty();
        }
        return switch (packet.protocol()) {
            case Protocols.ICMP, Protocols.ICMPV6 -> icmp(packet);
            case Protocols.GRE -> gre(packet);
            case Protocols.TCP, Protocols.UDP, Protocols.UDPLITE, Protocols.SCTP -> ports(packet);
            default -> Optional.of(tuple(packet, 0, 0));
        };
    }

    /** The tuple of the answers; empty for an ICMP message that has no answer. */
    public static Optional<Tuple> inverse(Tuple tuple) {
        if (isIcmp(tuple.protocol())) {
            int answer = IcmpTypes.answerTo(tuple.protocol(), tuple.icmpType());
            return answer < 0
                    ? Optional.empty()
                    : Optional.of(turned(tuple, tuple.sourceKey(), answer << 8 | tuple.icmpCode()));
        }
        return Optional.of(turned(tuple, tuple.destinationKey(), tuple.sourceKey()));
    }

    /** Whether the tuples of a protocol hold an id, a type and a code in the place of ports. */
    static boolean isIcmp(int protocol) {
        return protocol == Protocols.ICMP || protocol == Protocols.ICMPV6;
    }

    private static Optional<Tuple> icmp(Packet packet) {
        int at = packet.headerLength();
        return packet.hasTransport(8)
                ? Optional.of(tuple(packet, packet.u16(at + 4), packet.u16(at)))
                : Optional.empty();
    }

    private static Optional<Tuple> ports(Packet packet) {
        int at = packet.headerLength();
        return packet.hasTransport(4)
                ? Optional.of(tuple(packet, packet.u16(at), packet.u16(at + 2)))
                : Optional.empty();
    }

    /** Only version 1 has a key: {@code net/netfilter/nf_conntrack_proto_gre.c}, {@code gre_pkt_to_tuple}. */
    private static Optional<Tuple> gre(Packet packet) {
        int at = packet.headerLength();
        if (!packet.hasTransport(8) || (packet.u16(at) & GRE_VERSION) != 1) {
            return Optional.of(tuple(packet, 0, 0));
        }
        return packet.u16(at + 2) == GRE_PROTOCOL_PPP
                ? Optional.of(tuple(packet, 0, packet.u16(at + 6)))
                : Optional.empty();
    }

    /** Where {@code ipv6_skip_exthdr} finds no upper layer behind the extension headers. */
    private static boolean endsInExtensionHeader(Packet packet) {
        return switch (packet.protocol()) {
            case 0, 43, 44, Protocols.AH, Protocols.NO_NEXT, 60 -> true;
            default -> false;
        };
    }

    private static Tuple tuple(Packet packet, int sourceKey, int destinationKey) {
        return new Tuple(packet.source(), packet.destination(), packet.protocol(), sourceKey, destinationKey);
    }

    private static Tuple turned(Tuple tuple, int sourceKey, int destinationKey) {
        IpAddress sender = tuple.destination();
        IpAddress receiver = tuple.source();
        return new Tuple(sender, receiver, tuple.protocol(), sourceKey, destinationKey);
    }
}
