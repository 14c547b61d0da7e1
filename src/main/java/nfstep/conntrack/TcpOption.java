package nfstep.conntrack;

import java.util.ArrayList;
import java.util.List;
import nfstep.packet.Bytes;

/** Where an option stands among the bytes of a TCP header's options, and how long it is. */
record TcpOption(int kind, int at, int length) {
    static final int WINDOW_SCALE = 3;
    static final int SACK_PERMITTED = 4;
    static final int SACK = 5;

    private static final int END = 0;
    private static final int NOP = 1;

    /** All options up to the end, or up to one that is cut off or says nonsense. */
    static List<TcpOption> all(Bytes options) {
        List<TcpOption> found = new ArrayList<>();
        int at = 0;
        while (at < options.length() && options.at(at) != END) {
            if (options.at(at) == NOP) {
                at++;
                continue;
            }
            int length = at + 1 < options.length() ? options.at(at + 1) : 0;
            if (length < 2 || at + length > options.length()) {
                break;
            }
            found.add(new TcpOption(options.at(at), at, length));
            at += length;
        }
        return found;
    }

    boolean is(int wantedKind, int wantedLength) {
        return kind == wantedKind && length == wantedLength;
    }

    boolean hasSackBlocks() {
        return kind == SACK && length >= 10 && (length - 2) % 8 == 0;
    }
}
