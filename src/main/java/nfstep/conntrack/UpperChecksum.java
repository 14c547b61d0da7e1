package nfstep.conntrack;

import java.nio.ByteBuffer;
import nfstep.packet.Checksum;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.packet.UdpHeader;

/**
 * Whether the checksum of an upper layer is right in the eyes of netfilter: {@code nf_checksum}, {@code
 * nf_checksum_partial}.
 */
public final class UpperChecksum {
    private UpperChecksum() {}

    /** Whether it is; so it is, too, where the protocol has none that is looked at. */
    static boolean isRight(Packet packet) {
        if (packet.isFragment()) {
            return true;
        }
        return switch (packet.protocol()) {
            case Protocols.TCP, Protocols.UDP, Protocols.ICMPV6 ->
                sums(packet, packet.protocol(), packet.transportLength());
            case Protocols.ICMP -> Checksum.of(packet.bytes(), packet.headerLength(), packet.length()) == 0;
            case Protocols.UDPLITE -> sums(packet, Protocols.UDP, udpliteCoverage(packet));
            default -> packet.transportChecksumOk();
        };
    }

    /**
     * Whether REJECT takes it for right: {@code nf_reject_verify_csum}, {@code nf_ip_checksum}. Of a protocol that it does
     * not know, all bytes are summed as if it were ICMP; those of the IP header count as nothing, for they sum up to it.
     */
    public static boolean isRejectable(Packet packet) {
        return switch (packet.protocol()) {
            case Protocols.UDP -> hasNone(packet) || sums(packet, Protocols.UDP, packet.transportLength());
            case Protocols.TCP -> sums(packet, Protocols.TCP, packet.transportLength());
            case Protocols.GRE, Protocols.AH, Protocols.ESP, Protocols.SCTP, Protocols.UDPLITE -> true;
            default -> Checksum.of(packet.bytes(), 0, packet.length()) == 0;
        };
    }

    /** Whether the stack that a packet reaches takes it for right: {@code icmp_rcv}, {@code tcp_v4_rcv}, {@code udp4_csum_init}. */
    public static boolean isReceivable(Packet packet) {
        return switch (packet.protocol()) {
            case Protocols.ICMP, Protocols.TCP -> isRight(packet);
            case Protocols.UDP -> hasNone(packet) || sums(packet, Protocols.UDP, udpLength(packet), udpLength(packet));
            case Protocols.UDPLITE ->
                isUdpliteCoverage(packet) && sums(packet, Protocols.UDPLITE, udpliteCoverage(packet));
            default -> true;
        };
    }

    /** {@code udplite_checksum_init}: the header at least is covered. */
    private static boolean isUdpliteCoverage(Packet packet) {
        if (packet.transportLength() < 8) {
            return false;
        }
        int coverage = packet.u16(packet.headerLength() + 4);
        return coverage == 0 || (coverage >= 8 && coverage <= packet.transportLength());
    }

    private static boolean hasNone(Packet packet) {
        return packet.udp().filter(udp -> udp.checksum() == 0).isPresent();
    }

    private static int udpLength(Packet packet) {
        return packet.udp().map(UdpHeader::length).orElse(packet.transportLength());
    }

    private static int udpliteCoverage(Packet packet) {
        int coverage = packet.u16(packet.headerLength() + 4);
        return coverage == 0 ? packet.transportLength() : Math.min(coverage, packet.transportLength());
    }

    /**
     * For conntrack the pseudo header has the length of the packet, whatever UDP's own length says; for UDP-Lite it has UDP's protocol
     * number, where RFC 3828 has another, so that Linux refuses what others send.
     */
    private static boolean sums(Packet packet, int protocol, int coverage) {
        return sums(packet, protocol, coverage, packet.transportLength());
    }

    private static boolean sums(Packet packet, int protocol, int coverage, int length) {
        byte[] source = packet.source().bytes();
        ByteBuffer summed = ByteBuffer.allocate(2 * source.length + 6 + coverage)
                .put(source)
                .put(packet.destination().bytes())
                .putInt(length)
                .putShort((short) protocol)
                .put(packet.bytes(), packet.headerLength(), coverage);
        return Checksum.of(summed.array(), 0, summed.capacity()) == 0;
    }
}
