package nfstep.packet;

import java.util.Optional;

/** A packet in one line, nearly as {@code tcpdump -n} prints it. */
final class PacketLine {
    private PacketLine() {}

    static String of(Packet packet) {
        if (packet.fragmentOffset() > 0) {
            return addresses(packet) + Protocols.name(packet.protocol()) + " fragment at " + packet.fragmentOffset() * 8
                    + ", length " + packet.transportLength();
        }
        return packet.tcp()
                .map(tcp -> addresses(packet) + tcp(tcp))
                .or(() ->
                        packet.udp().map(udp -> addresses(packet) + "UDP, length " + (udp.length() - UdpHeader.LENGTH)))
                .or(() -> packet.icmp().map(icmp -> addresses(packet) + icmp(packet, icmp)))
                .orElseGet(() ->
                        addresses(packet) + Protocols.name(packet.protocol()) + ", length " + packet.transportLength());
    }

    private static String addresses(Packet packet) {
        return packet.source() + port(packet.sourcePort()) + " > " + packet.destination()
                + port(packet.destinationPort()) + ": ";
    }

    private static String port(int port) {
        return port < 0 ? "" : "." + port;
    }

    private static String tcp(TcpHeader tcp) {
        StringBuilder out = new StringBuilder("Flags ").append(tcp.flags().letters());
        boolean carries = tcp.payloadLength() > 0;
        if (carries || (tcp.flags().bits() & (TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST)) != 0) {
            out.append(", seq ").append(tcp.unsignedSequence());
            out.append(carries ? ":" + (tcp.unsignedSequence() + tcp.payloadLength() & 0xffff_ffffL) : "");
        }
        if (tcp.flags().has(TcpFlags.ACK)) {
            out.append(", ack ").append(tcp.unsignedAcknowledgement());
        }
        out.append(", win ").append(tcp.window());
        if (tcp.options().raw().length() > 0) {
            out.append(", options [").append(tcp.options()).append(']');
        }
        return out.append(", length ").append(tcp.payloadLength()).toString();
    }

    private static String icmp(Packet packet, IcmpHeader icmp) {
        String protocol = icmp.family() == IpFamily.IPV4 ? "ICMP " : "ICMP6, ";
        return protocol + subject(packet, icmp) + ", length " + packet.transportLength();
    }

    private static String subject(Packet packet, IcmpHeader icmp) {
        String name = icmp.typeName().replace('-', ' ');
        if (name.startsWith("echo")) {
            return name + ", id " + icmp.id() + ", seq " + icmp.sequence();
        }
        Optional<Packet> quoted = packet.quoted();
        String code = icmp.code() == 0 && quoted.isEmpty() ? "" : " code " + icmp.code();
        return name + code + quoted.map(inner -> " (" + inner + ")").orElse("");
    }
}
