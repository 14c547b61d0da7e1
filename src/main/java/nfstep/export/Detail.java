package nfstep.export;

/** How much a report tells. */
public enum Detail {
    /** One line a packet. */
    SUMMARY,
    /** What happens. */
    PLAIN,
    /** Also each rule that was passed over and why, and bookkeeping. */
    VERBOSE
}
