package nfstep.conntrack;

import java.util.Optional;
import java.util.OptionalInt;

/** What the first packet of an association says: {@code sctp_new}. */
final class SctpStart {
    private SctpStart() {}

    /** The association before the packet is judged; empty for a packet that begins none. */
    static Optional<SctpTracking> of(SctpPacket packet) {
        if (packet.has(SctpChunk.ABORT)
                || packet.has(SctpChunk.SHUTDOWN_COMPLETE)
                || packet.has(SctpChunk.COOKIE_ACK)) {
            return Optional.empty();
        }
        Optional<SctpTracking> tracking = Optional.of(SctpTracking.UNSEEN);
        for (SctpChunk chunk : packet.chunks()) {
            tracking = tracking.flatMap(before -> after(packet, chunk, before));
        }
        return tracking;
    }

    private static Optional<SctpTracking> after(SctpPacket packet, SctpChunk chunk, SctpTracking before) {
        boolean begins = SctpTransitions.of(Direction.ORIGINAL, chunk.type(), SctpState.NONE)
                .filter(state -> state != SctpState.NONE)
                .isPresent();
        if (!begins) {
            return Optional.empty();
        }
        return switch (chunk.type()) {
            case SctpChunk.INIT -> opened(packet, chunk, before);
            case SctpChunk.HEARTBEAT -> Optional.of(before.withTag(Direction.ORIGINAL, packet.tag()));
            case SctpChunk.SHUTDOWN_ACK -> Optional.of(before.withTag(Direction.REPLY, packet.tag()));
            default -> Optional.of(before);
        };
    }

    private static Optional<SctpTracking> opened(SctpPacket packet, SctpChunk chunk, SctpTracking before) {
        OptionalInt tag = chunk.initTag();
        return packet.tag() == 0 && tag.isPresent()
                ? Optional.of(before.withTag(Direction.REPLY, tag.getAsInt()))
                : Optional.empty();
    }
}
