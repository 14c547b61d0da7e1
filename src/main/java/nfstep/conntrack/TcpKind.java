package nfstep.conntrack;

import nfstep.packet.TcpFlags;

/** Which row of the state table a segment belongs to: {@code enum tcp_bit_set}. */
public enum TcpKind {
    SYN,
    SYN_ACK,
    FIN,
    ACK,
    RST,
    NONE;

    /** The row for these flags: {@code get_conntrack_index}. */
    static TcpKind of(TcpFlags flags) {
        if (flags.has(TcpFlags.RST)) {
            return RST;
        }
        if (flags.has(TcpFlags.SYN)) {
            return flags.has(TcpFlags.ACK) ? SYN_ACK : SYN;
        }
        if (flags.has(TcpFlags.FIN)) {
            return FIN;
        }
        return flags.has(TcpFlags.ACK) ? ACK : NONE;
    }

    /** Whether a stack may send these flags; PSH, ECE and CWR may stand beside any: {@code tcp_valid_flags}. */
    static boolean isValid(TcpFlags flags) {
        int others = TcpFlags.PSH | TcpFlags.ECE | TcpFlags.CWR;
        return switch (flags.bits() & ~others) {
            case TcpFlags.SYN,
                    TcpFlags.SYN | TcpFlags.URG,
                    TcpFlags.SYN | TcpFlags.ACK,
                    TcpFlags.RST,
                    TcpFlags.RST | TcpFlags.ACK,
                    TcpFlags.FIN | TcpFlags.ACK,
                    TcpFlags.FIN | TcpFlags.ACK | TcpFlags.URG,
                    TcpFlags.ACK,
                    TcpFlags.ACK | TcpFlags.URG -> true;
            default -> false;
        };
    }
}
