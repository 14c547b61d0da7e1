package nfstep.conntrack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.Packet;

/** One chunk of an SCTP packet: RFC 9260 section 3.2. */
record SctpChunk(Packet packet, int at) {
    static final int DATA = 0;
    static final int INIT = 1;
    static final int INIT_ACK = 2;
    static final int HEARTBEAT = 4;
    static final int HEARTBEAT_ACK = 5;
    static final int ABORT = 6;
    static final int SHUTDOWN = 7;
    static final int SHUTDOWN_ACK = 8;
    static final int ERROR = 9;
    static final int COOKIE_ECHO = 10;
    static final int COOKIE_ACK = 11;
    static final int SHUTDOWN_COMPLETE = 14;

    private static final int HEADER = 12;
    private static final int INIT_LENGTH = 16;

    /**
     * The chunks of a packet; empty where they may not stand together, or there is none: {@code do_basic_checks}.
     */
    static Optional<List<SctpChunk>> all(Packet packet) {
        List<SctpChunk> chunks = new ArrayList<>();
        boolean alone = false;
        int at = packet.headerLength() + HEADER;
        while (at + 4 <= packet.length()) {
            SctpChunk chunk = new SctpChunk(packet, at);
            alone |= chunk.mustBeAlone();
            boolean misplaced = (alone || chunk.mustBeFirst()) && !chunks.isEmpty();
            if (misplaced || chunk.length() == 0) {
                return Optional.empty();
            }
            chunks.add(chunk);
            at += (chunk.length() + 3) & ~3;
        }
        return chunks.isEmpty() ? Optional.empty() : Optional.of(chunks);
    }

    int type() {
        return packet.u8(at);
    }

    /** Whether it is of that type. */
    boolean is(int type) {
        return type() == type;
    }

    /** The T bit: the tag is the receiver's, reflected. */
    boolean isReflected() {
        return (packet.u8(at + 1) & 1) != 0;
    }

    /** The tag that an INIT or INIT ACK gives out; none where the chunk is cut off. */
    OptionalInt initTag() {
        return at + 4 + INIT_LENGTH <= packet.length() ? OptionalInt.of(packet.i32(at + 4)) : OptionalInt.empty();
    }

    private int length() {
        return packet.u16(at + 2);
    }

    private boolean mustBeAlone() {
        return is(INIT) || is(INIT_ACK) || is(SHUTDOWN_COMPLETE);
    }

    private boolean mustBeFirst() {
        return is(COOKIE_ACK) || is(COOKIE_ECHO);
    }
}
