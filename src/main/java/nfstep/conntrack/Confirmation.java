package nfstep.conntrack;

/** What became of a new connection whose first packet passed everything: {@code __nf_conntrack_confirm}. */
public sealed interface Confirmation {
    /** It is in the table from now on. */
    record Confirmed(Connection after) implements Confirmation {}

    /** The same flow is in the table already; the packet goes on with that connection, and this one is forgotten. */
    record Merged(long existing, String why) implements Confirmation {}

    /** Another connection has one of its tuples: the packet is dropped, and this one is forgotten. */
    record Dropped(long existing, String why) implements Confirmation {}

    /** Puts the connection into the table, in which none may be whose time is over. */
    static Confirmation confirm(Connection connection, ConntrackTable table, long now) {
        return Clashes.resolve(connection, table, now);
    }
}
