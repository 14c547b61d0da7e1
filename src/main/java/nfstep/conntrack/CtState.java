package nfstep.conntrack;

/** The state of a packet, not of a connection, as {@code --ctstate} names it. */
public enum CtState {
    INVALID,
    NEW,
    ESTABLISHED,
    RELATED,
    UNTRACKED
}
