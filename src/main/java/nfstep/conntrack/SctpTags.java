package nfstep.conntrack;

/** The verification tag that a chunk asks for: the first half of the loop of {@code nf_conntrack_sctp_packet}. */
final class SctpTags {
    private SctpTags() {}

    /** The association after the tag was judged; refused where it is wrong. */
    static SctpProgress judge(SctpPacket packet, SctpChunk chunk, SctpProgress before) {
        return switch (chunk.type()) {
            case SctpChunk.INIT -> packet.tag() == 0 ? before : before.refuse("INIT with a verification tag");
            case SctpChunk.ABORT, SctpChunk.SHUTDOWN_COMPLETE ->
                isOwnOrReflected(packet, chunk, before.tracking()) ? before : wrong(packet, before);
            case SctpChunk.COOKIE_ECHO -> isKnown(packet, before.tracking()) ? before : wrong(packet, before);
            case SctpChunk.COOKIE_ACK ->
                before.with(
                        before.tracking().withInit(Direction.ORIGINAL, false).withInit(Direction.REPLY, false));
            case SctpChunk.HEARTBEAT -> heartbeat(packet, before);
            case SctpChunk.HEARTBEAT_ACK -> heartbeatAnswer(packet, before);
            default -> before;
        };
    }

    static SctpProgress wrong(SctpPacket packet, SctpProgress before) {
        return before.refuse("verification tag " + Integer.toHexString(packet.tag()) + " instead of "
                + Integer.toHexString(before.tracking().tag(packet.direction())));
    }

    static boolean isKnown(SctpPacket packet, SctpTracking tracking) {
        return packet.tag() == tracking.tag(packet.direction());
    }

    private static boolean isOwnOrReflected(SctpPacket packet, SctpChunk chunk, SctpTracking tracking) {
        Direction direction = chunk.isReflected() ? packet.direction().opposite() : packet.direction();
        return packet.tag() == tracking.tag(direction);
    }

    /** A wrong tag may be that of an association opened anew; the answer will tell. */
    private static SctpProgress heartbeat(SctpPacket packet, SctpProgress before) {
        if (before.tracking().tag(packet.direction()) == 0 || isKnown(packet, before.tracking())) {
            return known(packet, before);
        }
        if (packet.has(SctpChunk.DATA) || before.keepsTime()) {
            return wrong(packet, before);
        }
        return before.with(before.tracking().with(SctpTracking.DoubtedHeartbeat.from(packet.direction())))
                .keepingTime();
    }

    private static SctpProgress heartbeatAnswer(SctpPacket packet, SctpProgress before) {
        SctpTracking tracking = before.tracking();
        if (tracking.tag(packet.direction()) == 0 || isKnown(packet, tracking)) {
            return known(packet, before);
        }
        boolean answers = tracking.doubtedHeartbeat()
                == SctpTracking.DoubtedHeartbeat.from(packet.direction().opposite());
        if (packet.has(SctpChunk.DATA) || before.keepsTime() || !answers) {
            return wrong(packet, before);
        }
        return before.with(tracking.with(SctpTracking.DoubtedHeartbeat.NONE)
                .withTag(packet.direction(), packet.tag())
                .withTag(packet.direction().opposite(), 0));
    }

    private static SctpProgress known(SctpPacket packet, SctpProgress before) {
        SctpTracking tracking = before.tracking();
        return before.with(
                tracking.tag(packet.direction()) == 0
                        ? tracking.withTag(packet.direction(), packet.tag())
                        : tracking.with(SctpTracking.DoubtedHeartbeat.NONE));
    }
}
