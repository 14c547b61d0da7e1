package nfstep.engine.endpoint;

import java.util.Optional;
import nfstep.conntrack.UpperChecksum;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.packet.UdpHeader;
import nfstep.rules.PacketType;
import nfstep.rules.Parts;
import nfstep.rules.Skb;

/**
 * What a protocol of the stack throws away before it looks for a socket, and answers with nothing: {@code tcp_v4_rcv},
 * {@code __udp4_lib_rcv}, {@code icmp_rcv}.
 *
 * @param place the function of the kernel, or what is wrong
 */
record UpperLayerCheck(String place, String reason) {
    private static final int SHORTEST = 8;
    private static final int ALWAYS_SUMMED = 76;
    private static final String SUMMED =
            "the copy has a sum that connection tracking left in it, and a frame's header has"
                    + " gone into that sum (csum_complete_sw)";

    /** Why the packet is thrown away, if it is. */
    static Optional<UpperLayerCheck> refusal(Skb skb) {
        Packet packet = skb.packet();
        return switch (packet.protocol()) {
            case Protocols.TCP -> refused("tcp_v4_rcv", tcp(skb, packet), skb);
            case Protocols.UDP -> refused("__udp4_lib_rcv", udp(packet), skb);
            case Protocols.UDPLITE -> refused("__udp4_lib_rcv", header(packet.hasTransport(SHORTEST)), skb);
            case Protocols.ICMP -> refused("icmp_rcv", header(packet.hasTransport(SHORTEST)), skb);
            default -> Optional.empty();
        };
    }

    private static Optional<UpperLayerCheck> refused(String place, String odd, Skb skb) {
        if (!odd.isEmpty()) {
            return Optional.of(new UpperLayerCheck(place, odd));
        }
        if (isSummedWrong(skb)) {
            return Optional.of(new UpperLayerCheck("checksum", SUMMED));
        }
        String wrong = "wrong " + Protocols.name(skb.packet().protocol()) + " checksum";
        return UpperChecksum.isReceivable(skb.packet())
                ? Optional.empty()
                : Optional.of(new UpperLayerCheck("checksum", wrong));
    }

    /** {@code udp4_csum_init}: a short datagram is summed up whatever was left in it, {@code CHECKSUM_BREAK}. */
    private static boolean isSummedWrong(Skb skb) {
        return skb.parts().summed() == Parts.Summed.BY_CONNTRACK
                && skb.packet()
                        .udp()
                        .filter(udp -> udp.length() > ALWAYS_SUMMED && udp.checksum() != 0)
                        .isPresent();
    }

    private static String tcp(Skb skb, Packet packet) {
        return skb.type() == PacketType.HOST
                ? header(packet.tcp().isPresent())
                : "a TCP segment came in a frame of type " + skb.type();
    }

    private static String udp(Packet packet) {
        Optional<UdpHeader> udp = packet.udp();
        int said = udp.map(UdpHeader::length).orElse(0);
        return udp.isPresent() && (said < UdpHeader.LENGTH || said > packet.transportLength())
                ? "the UDP header says " + said + " bytes, there are " + packet.transportLength()
                : header(udp.isPresent());
    }

    private static String header(boolean whole) {
        return whole ? "" : "its header is not whole";
    }
}
