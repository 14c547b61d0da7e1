package nfstep.rules.xt;

import java.util.Optional;
import nfstep.packet.Packet;

/** The header of a DCCP packet as {@code xt_dccp.c} looks at it: RFC 4340, section 5. */
record DccpHeader(Packet packet) {
    /** The bytes that every packet has at least. */
    static final int LENGTH = 12;

    private static final int LONG_NUMBERS = 4;

    /** The type of the packet, 0 to 15. */
    int type() {
        return packet.u8(packet.headerLength() + 8) >>> 1 & 0xf;
    }

    /** The bytes that the header says it has, options included. */
    private int whole() {
        return packet.u8(packet.headerLength() + 4) * 4;
    }

    /** The bytes before the options: {@code __dccp_hdr_len}. */
    private int fixed() {
        boolean extended = (packet.u8(packet.headerLength() + 8) & 1) != 0;
        return LENGTH + (extended ? LONG_NUMBERS : 0) + ofType();
    }

    /** {@code dccp_packet_hdr_len}. */
    private int ofType() {
        return switch (type()) {
            case 0 -> 4;
            case 2 -> 0;
            case 3, 4, 5, 6, 8, 9 -> 8;
            default -> 12;
        };
    }

    /** Whether the options say an impossible length or are cut short: the kernel drops such a packet. */
    boolean isDamaged() {
        return whole() < fixed() || (whole() > fixed() && packet.transportLength() < whole());
    }

    /** Whether there is such an option: {@code dccp_find_option}; nothing where the options are damaged. */
    Optional<Boolean> has(int option) {
        if (isDamaged()) {
            return Optional.empty();
        }
        int start = packet.headerLength() + fixed();
        int length = whole() - fixed();
        for (int i = 0; i < length; i += step(start + i, i == length - 1)) {
            if (packet.u8(start + i) == option) {
                return Optional.of(true);
            }
        }
        return Optional.of(false);
    }

    private int step(int at, boolean last) {
        return last || packet.u8(at) < 2 ? 1 : Math.max(packet.u8(at + 1), 1);
    }
}
