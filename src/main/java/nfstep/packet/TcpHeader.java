package nfstep.packet;

import java.util.Optional;

/** The fields of a TCP header: RFC 9293 section 3.1; numbers of 32 bits are signed here. */
public record TcpHeader(
        int sourcePort,
        int destinationPort,
        int sequence,
        int acknowledgement,
        int headerLength,
        TcpFlags flags,
        int window,
        int checksum,
        int urgent,
        TcpOptions options,
        int payloadLength) {
    private static final int SHORTEST = 20;

    static Optional<TcpHeader> of(Packet packet) {
        if (packet.protocol() != Protocols.TCP || !packet.hasTransport(SHORTEST)) {
            return Optional.empty();
        }
        int length = (packet.u8(packet.headerLength() + 12) >>> 4) * 4;
        boolean whole = length >= SHORTEST && length <= packet.transportLength();
        return whole ? Optional.of(read(packet, length)) : Optional.empty();
    }

    private static TcpHeader read(Packet packet, int length) {
        int at = packet.headerLength();
        return new TcpHeader(
                packet.u16(at),
                packet.u16(at + 2),
                packet.i32(at + 4),
                packet.i32(at + 8),
                length,
                new TcpFlags(packet.u8(at + 13)),
                packet.u16(at + 14),
                packet.u16(at + 16),
                packet.u16(at + 18),
                new TcpOptions(packet.slice(at + SHORTEST, at + length)),
                packet.transportLength() - length);
    }

    /** The sequence number as an unsigned one. */
    public long unsignedSequence() {
        return Integer.toUnsignedLong(sequence);
    }

    /** The acknowledgement number as an unsigned one. */
    public long unsignedAcknowledgement() {
        return Integer.toUnsignedLong(acknowledgement);
    }
}
