package nfstep.conntrack;

/** How a packet relates to its connection: {@code enum ip_conntrack_info}. */
public enum CtInfo {
    ESTABLISHED(CtState.ESTABLISHED, Direction.ORIGINAL),
    RELATED(CtState.RELATED, Direction.ORIGINAL),
    NEW(CtState.NEW, Direction.ORIGINAL),
    ESTABLISHED_REPLY(CtState.ESTABLISHED, Direction.REPLY),
    RELATED_REPLY(CtState.RELATED, Direction.REPLY),
    /** Taken out of tracking by NOTRACK, or neighbour discovery: {@code IP_CT_UNTRACKED}. */
    UNTRACKED(CtState.UNTRACKED, Direction.ORIGINAL),
    /** No connection yet, but CT rules leave the packet alone, for it answers one that was taken out of tracking. */
    ANSWER(CtState.INVALID, Direction.ORIGINAL),
    /** No connection: not looked up yet, or refused by a tracker. */
    NONE(CtState.INVALID, Direction.ORIGINAL);

    private final CtState state;
    private final Direction direction;

    CtInfo(CtState state, Direction direction) {
        this.state = state;
        this.direction = direction;
    }

    /** What {@code --ctstate} sees. */
    public CtState state() {
        return state;
    }

    /** Which way the packet goes; ORIGINAL where there is no connection. */
    public Direction direction() {
        return direction;
    }

    /** Whether a packet with this information has a connection. */
    public boolean hasConnection() {
        return this != UNTRACKED && this != ANSWER && this != NONE;
    }
}
