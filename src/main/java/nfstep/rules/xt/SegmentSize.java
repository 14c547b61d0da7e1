package nfstep.rules.xt;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.Packet;

/** The maximum segment size in a TCP header, and how it is lowered: {@code tcpmss_mangle_packet}. */
record SegmentSize(Packet packet) {
    private static final int HEADER = 20;
    private static final int LONGEST_HEADER = 60;
    private static final int OPTION = 2;
    private static final int OPTION_LENGTH = 4;

    /** Whether the header is there with all its options. */
    boolean isWhole() {
        return packet.hasTransport(HEADER) && headerLength() >= HEADER && packet.hasTransport(headerLength());
    }

    /** The size of which a segment fits into that many bytes; none if no segment fits. */
    OptionalInt fitting(int mtu) {
        int headers = (packet.isIpv4() ? 20 : 40) + HEADER;
        return mtu <= headers ? OptionalInt.empty() : OptionalInt.of(mtu - headers);
    }

    /** The packet with at most that size; none where it stays as it is. */
    Optional<Packet> lowered(int size) {
        int at = option();
        if (at > 0) {
            return word(at + 2) <= size ? Optional.empty() : Optional.of(packet.withTransportWord(at + 2, size));
        }
        boolean isFull = headerLength() == LONGEST_HEADER || packet.transportLength() > headerLength();
        return isFull ? Optional.empty() : Optional.of(announcing(Math.min(size, packet.isIpv4() ? 536 : 1220)));
    }

    private int headerLength() {
        return (octet(12) >> 4) * 4;
    }

    private int octet(int at) {
        return packet.u8(packet.headerLength() + at);
    }

    private int word(int at) {
        return packet.u16(packet.headerLength() + at);
    }

    /** Where the option stands; 0 if it is not there. */
    private int option() {
        for (int at = HEADER; at <= headerLength() - OPTION_LENGTH; at += TcpOptionWalk.length(packet, at)) {
            if (octet(at) == OPTION && octet(at + 1) == OPTION_LENGTH) {
                return at;
            }
        }
        return 0;
    }

    /** RFC 9293 section 3.7.1: who announces nothing takes that much. */
    private Packet announcing(int size) {
        byte[] option = {OPTION, OPTION_LENGTH, (byte) (size >> 8), (byte) size};
        Packet longer = packet.withTransportInserted(HEADER, option);
        return longer.withTransportWord(12, word(12) + (1 << 12));
    }
}
