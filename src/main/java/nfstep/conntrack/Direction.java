package nfstep.conntrack;

/** Which of a connection's two tuples a packet has: {@code enum ip_conntrack_dir}. */
public enum Direction {
    ORIGINAL,
    REPLY;

    /** The other direction. */
    public Direction opposite() {
        return this == ORIGINAL ? REPLY : ORIGINAL;
    }
}
