package nfstep.packet;

import java.util.Optional;

/** The fields of a UDP header: RFC 768. */
public record UdpHeader(int sourcePort, int destinationPort, int length, int checksum) {
    /** How many bytes it has. */
    public static final int LENGTH = 8;

    static Optional<UdpHeader> of(Packet packet) {
        if (packet.protocol() != Protocols.UDP || !packet.hasTransport(LENGTH)) {
            return Optional.empty();
        }
        int at = packet.headerLength();
        return Optional.of(new UdpHeader(packet.u16(at), packet.u16(at + 2), packet.u16(at + 4), packet.u16(at + 6)));
    }
}
