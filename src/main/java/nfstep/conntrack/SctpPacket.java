package nfstep.conntrack;

import java.util.List;

/** What tracking reads of an SCTP packet: its direction, its verification tag and its chunks. */
record SctpPacket(Direction direction, int tag, List<SctpChunk> chunks) {
    boolean has(int type) {
        return chunks.stream().anyMatch(chunk -> chunk.is(type));
    }

    /** Whether no chunk has rules of its own for the tag, so that it must be the known one: RFC 9260 section 8.5. */
    boolean needsKnownTag() {
        return chunks.stream().noneMatch(chunk -> switch (chunk.type()) {
            case SctpChunk.INIT,
                    SctpChunk.SHUTDOWN_COMPLETE,
                    SctpChunk.COOKIE_ECHO,
                    SctpChunk.ABORT,
                    SctpChunk.SHUTDOWN_ACK,
                    SctpChunk.HEARTBEAT,
                    SctpChunk.HEARTBEAT_ACK -> true;
            default -> false;
        });
    }
}
