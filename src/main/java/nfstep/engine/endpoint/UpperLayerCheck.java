package nfstep.engine.endpoint;

import java.util.Optional;
import nfstep.conntrack.UpperChecksum;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.packet.UdpHeader;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;

/**
 * What a protocol of the stack throws away before it looks for a socket, and answers with nothing: {@code tcp_v4_rcv},
 * {@code __udp4_lib_rcv}, {@code icmp_rcv}.
 *
 * @param place the function of the kernel, or what is wrong
 */
record UpperLayerCheck(String place, String reason) {
    private static final int SHORTEST = 8;

    /** Why the packet is thrown away, if it is. */
    static Optional<UpperLayerCheck> refusal(Skb skb) {
        Packet packet = skb.packet();
        return switch (packet.protocol()) {
            case Protocols.TCP -> refused("tcp_v4_rcv", tcp(skb, packet), packet);
            case Protocols.UDP -> refused("__udp4_lib_rcv", udp(packet), packet);
            case Protocols.UDPLITE -> refused("__udp4_lib_rcv", header(packet.hasTransport(SHORTEST)), packet);
            case Protocols.ICMP -> refused("icmp_rcv", header(packet.hasTransport(SHORTEST)), packet);
            default -> Optional.empty();
        };
    }

    private static Optional<UpperLayerCheck> refused(String place, String odd, Packet packet) {
        if (!odd.isEmpty()) {
            return Optional.of(new UpperLayerCheck(place, odd));
        }
        String wrong = "wrong " + Protocols.name(packet.protocol()) + " checksum";
        return UpperChecksum.isReceivable(packet)
                ? Optional.empty()
                : Optional.of(new UpperLayerCheck("checksum", wrong));
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
