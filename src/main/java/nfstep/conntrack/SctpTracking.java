package nfstep.conntrack;

/**
 * What is remembered of an SCTP association: {@code struct ip_ct_sctp}.
 *
 * @param original what is known of the end that opened it
 * @param reply what is known of the other end
 * @param doubtedHeartbeat where the last heartbeat with a wrong tag came from
 */
public record SctpTracking(SctpState state, SctpEnd original, SctpEnd reply, DoubtedHeartbeat doubtedHeartbeat)
        implements Tracking {
    /** Before any packet. */
    public static final SctpTracking UNSEEN =
            new SctpTracking(SctpState.NONE, SctpEnd.UNSEEN, SctpEnd.UNSEEN, DoubtedHeartbeat.NONE);

    /**
     * What is known of the packets of one direction.
     *
     * @param tag the verification tag that they must have, 0 while it is not known
     * @param init whether an INIT was seen that is not settled yet
     */
    public record SctpEnd(int tag, boolean init) {
        /** Nothing seen. */
        public static final SctpEnd UNSEEN = new SctpEnd(0, false);
    }

    /** Whether there was a heartbeat with a wrong tag, and from where. */
    public enum DoubtedHeartbeat {
        NONE,
        ORIGINAL,
        REPLY;

        static DoubtedHeartbeat from(Direction direction) {
            return direction == Direction.ORIGINAL ? ORIGINAL : REPLY;
        }
    }

    /** An association of which only the state is known. */
    public static SctpTracking made(SctpState state) {
        return UNSEEN.with(state);
    }

    @Override
    public String stateName() {
        return state.name();
    }

    /** What is known of the packets of that direction. */
    public SctpEnd end(Direction direction) {
        return direction == Direction.ORIGINAL ? original : reply;
    }

    int tag(Direction direction) {
        return end(direction).tag();
    }

    boolean hasInit(Direction direction) {
        return end(direction).init();
    }

    SctpTracking with(SctpState other) {
        return new SctpTracking(other, original, reply, doubtedHeartbeat);
    }

    SctpTracking with(DoubtedHeartbeat other) {
        return new SctpTracking(state, original, reply, other);
    }

    SctpTracking withTag(Direction direction, int tag) {
        return with(direction, new SctpEnd(tag, hasInit(direction)));
    }

    SctpTracking withInit(Direction direction, boolean init) {
        return with(direction, new SctpEnd(tag(direction), init));
    }

    private SctpTracking with(Direction direction, SctpEnd end) {
        return direction == Direction.ORIGINAL
                ? new SctpTracking(state, end, reply, doubtedHeartbeat)
                : new SctpTracking(state, original, end, doubtedHeartbeat);
    }
}
