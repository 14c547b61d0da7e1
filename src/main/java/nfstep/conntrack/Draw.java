package nfstep.conntrack;

/** Where random choices come from: a keyed draw, so that the same walk draws the same numbers. */
@FunctionalInterface
public interface Draw {
    /** A number from 0 to {@code bound - 1}, keyed by what it is for and by whatever the caller counts. */
    int next(String purpose, int bound);

    /** Where the search for a free key of that pool begins, counted from its first: {@code get_random_u16}. */
    default int offset(String purpose, KeyPool pool) {
        return next(purpose, 0x10000);
    }

    /** A key of that pool: {@code get_random_u32_below}. */
    default int key(String purpose, KeyPool pool) {
        return pool.first() + next(purpose, pool.size());
    }
}
