package nfstep.conntrack;

/**
 * What is remembered of a TCP connection: {@code struct ip_ct_tcp}.
 *
 * @param original the end that opened the connection
 * @param reply the other end
 * @param retransmissions how often the last acknowledgement was repeated
 */
public record TcpTracking(TcpState state, TcpEnd original, TcpEnd reply, TcpLast last, int retransmissions)
        implements Tracking {
    /** Before any segment. */
    public static final TcpTracking UNSEEN =
            new TcpTracking(TcpState.NONE, TcpEnd.UNSEEN, TcpEnd.UNSEEN, TcpLast.UNSEEN, 0);

    /** A connection that was made by hand in that state. */
    public static TcpTracking made(TcpState state) {
        return UNSEEN.set(state);
    }

    /**
     * This connection put into that state by hand: its windows are not checked any more, and a closed one may begin anew;
     * conntrack-tools, {@code extensions/libct_proto_tcp.c}.
     */
    public TcpTracking set(TcpState other) {
        int liberal = TcpFlag.SACK_PERMITTED.bit() | TcpFlag.BE_LIBERAL.bit();
        boolean isOver = other == TcpState.TIME_WAIT || other == TcpState.CLOSE;
        int flags = isOver ? liberal | TcpFlag.CLOSE_INIT.bit() : liberal;
        return new TcpTracking(
                other,
                original.withFlags(original.flags() | flags),
                reply.withFlags(reply.flags() | flags),
                last,
                retransmissions);
    }

    @Override
    public String stateName() {
        return state.name();
    }

    /** What is known of the end that sends in that direction. */
    public TcpEnd end(Direction direction) {
        return direction == Direction.ORIGINAL ? original : reply;
    }

    /** Whether either end has that flag. */
    public boolean either(TcpFlag flag) {
        return original.has(flag) || reply.has(flag);
    }

    TcpTracking with(TcpState other) {
        return new TcpTracking(other, original, reply, last, retransmissions);
    }

    TcpTracking with(Direction direction, TcpEnd end) {
        return direction == Direction.ORIGINAL
                ? new TcpTracking(state, end, reply, last, retransmissions)
                : new TcpTracking(state, original, end, last, retransmissions);
    }

    TcpTracking with(TcpLast other) {
        return new TcpTracking(state, original, reply, other, retransmissions);
    }

    TcpTracking withRetransmissions(int count) {
        return new TcpTracking(state, original, reply, last, count);
    }
}
