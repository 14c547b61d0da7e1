package nfstep.rules.xt;

/** Time and credits as {@code xt_limit.c} counts them, for a kernel with {@code CONFIG_HZ=250}. */
final class Jiffies {
    /** How many there are in a second. */
    static final int HZ = 250;
    /** The largest power of two of which 32 bits hold a day's worth: {@code CREDITS_PER_JIFFY}. */
    static final int CREDITS_PER_JIFFY = 128;

    private static final long NANOSECONDS = 1_000_000_000L / HZ;
    private static final int SCALE = 10_000;
    private static final int CREDITS_PER_SECOND = HZ * CREDITS_PER_JIFFY;

    private Jiffies() {}

    /** How many have passed at that virtual time in nanoseconds. */
    static long of(long now) {
        return Math.floorDiv(now, NANOSECONDS);
    }

    /** Credits for ten thousandths of a second; both have 32 bits without sign: {@code user2credits}. */
    static int credits(int time) {
        boolean large = Integer.compareUnsigned(time, Integer.divideUnsigned(-1, CREDITS_PER_SECOND)) > 0;
        return large
                ? Integer.divideUnsigned(time, SCALE) * CREDITS_PER_SECOND
                : Integer.divideUnsigned(time * CREDITS_PER_SECOND, SCALE);
    }
}
