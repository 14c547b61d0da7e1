package nfstep.rules;

/**
 * The time: virtual, so that a walk is the same whenever it is made.
 *
 * @param now nanoseconds since the walk began
 * @param began the date at which it began, in seconds since 1970 UTC
 */
public record Clock(long now, long began) {
    /** The first second of 2026, a Thursday, UTC: when a walk begins unless its lab says another date. */
    public static final Clock START = new Clock(0, 1_767_225_600L);

    private static final long SECOND = 1_000_000_000L;

    public Clock {
        if (now < 0) {
            throw new IllegalArgumentException("time before the beginning: " + now);
        }
    }

    /** The clock when that many nanoseconds have passed since the walk began. */
    public Clock at(long nanos) {
        return new Clock(nanos, began);
    }

    /** The clock, set so that it is that date now, in seconds since 1970 UTC. */
    public Clock showing(long date) {
        return new Clock(now, date - now / SECOND);
    }

    /** The date, in seconds since 1970 UTC: {@code ktime_get_real_seconds}. */
    public long date() {
        return began + now / SECOND;
    }
}
