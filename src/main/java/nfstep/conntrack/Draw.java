package nfstep.conntrack;

/** Where random choices come from: a keyed draw, so that the same walk draws the same numbers. */
@FunctionalInterface
public interface Draw {
    /** A number from 0 to {@code bound - 1}, keyed by what it is for and by whatever the caller counts. */
    int next(String purpose, int bound);
}
