package nfstep.conntrack;

/** What a tracker makes of a packet: the answer of {@code nf_conntrack_handle_packet} and what it did on the way. */
public sealed interface TrackOutcome {
    /**
     * The packet belongs to the connection, which is now this version of itself.
     *
     * @param what what changed, in words; empty if and only if nothing did
     */
    record Accepted(Connection after, String what) implements TrackOutcome {}

    /** The packet keeps its connection, but is not believed: state and time stay; the version may still be another. */
    record Ignored(Connection after, String why) implements TrackOutcome {}

    /** The packet is INVALID; its connection is what it was, and a new one is forgotten. */
    record Invalid(String why) implements TrackOutcome {}

    /** The packet is INVALID, and yet its connection is now another version of itself. */
    record InvalidButChanged(Connection after, String why) implements TrackOutcome {}

    /** The connection is destroyed, and the packet looked up once more. */
    record Restart(String why) implements TrackOutcome {}

    /** The connection is destroyed; the packet goes on as what it was in this last version of it. */
    record Destroy(Connection after, String why) implements TrackOutcome {}

    /** One answer for each outcome. */
    interface Cases<R> {
        R accepted(Accepted outcome);

        R ignored(Ignored outcome);

        R invalid(Invalid outcome);

        R invalidButChanged(InvalidButChanged outcome);

        R restart(Restart outcome);

        R destroy(Destroy outcome);
    }

    /** The answer for this outcome. */
    default <R> R match(Cases<R> cases) {
        if (this instanceof Accepted outcome) {
            return cases.accepted(outcome);
        }
        if (this instanceof Ignored outcome) {
            return cases.ignored(outcome);
        }
        if (this instanceof Invalid outcome) {
            return cases.invalid(outcome);
        }
        if (this instanceof InvalidButChanged outcome) {
            return cases.invalidButChanged(outcome);
        }
        return this instanceof Restart outcome ? cases.restart(outcome) : cases.destroy((Destroy) this);
    }
}
