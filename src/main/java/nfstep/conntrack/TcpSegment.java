package nfstep.conntrack;

import nfstep.packet.Bytes;
import nfstep.packet.TcpFlags;
import nfstep.packet.TcpHeader;

/**
 * What tracking reads of a TCP segment; numbers are modulo 2^32.
 *
 * @param end the sequence number behind its last byte, SYN and FIN counted: {@code segment_seq_plus_len}
 * @param window as the header says it, unscaled
 */
record TcpSegment(TcpFlags flags, int sequence, int acknowledgement, int end, int window, Bytes options) {
    static TcpSegment of(TcpHeader header) {
        int length = header.payloadLength()
                + (header.flags().has(TcpFlags.SYN) ? 1 : 0)
                + (header.flags().has(TcpFlags.FIN) ? 1 : 0);
        return new TcpSegment(
                header.flags(),
                header.sequence(),
                header.acknowledgement(),
                header.sequence() + length,
                header.window(),
                header.options().raw());
    }

    TcpKind kind() {
        return TcpKind.of(flags);
    }

    boolean has(int flag) {
        return flags.has(flag);
    }

    /** The highest number that the segment acknowledges, selectively or not: {@code tcp_sack}. */
    int highestSack() {
        int highest = acknowledgement;
        for (TcpOption option : TcpOption.all(options)) {
            if (option.hasSackBlocks()) {
                return highestEdge(option, highest);
            }
        }
        return highest;
    }

    private int highestEdge(TcpOption sack, int least) {
        int highest = least;
        for (int at = sack.at() + 6; at + 4 <= sack.at() + sack.length(); at += 8) {
            int edge = i32(at);
            if (Sequence.after(edge, highest)) {
                highest = edge;
            }
        }
        return highest;
    }

    private int i32(int at) {
        return options.at(at) << 24 | options.at(at + 1) << 16 | options.at(at + 2) << 8 | options.at(at + 3);
    }
}
