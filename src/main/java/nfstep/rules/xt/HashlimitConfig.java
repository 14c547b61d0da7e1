package nfstep.rules.xt;

/**
 * How the flows of a table of {@code -m hashlimit} are told apart, limited and forgotten: {@code struct hashlimit_cfg3}.
 *
 * @param burst how many packets a full bucket is good for; for a rate in bytes how often it may be refilled at once
 * @param interval for {@code --hashlimit-rate-match} over how many seconds a rate is taken, else 0
 */
record HashlimitConfig(HashlimitRate rate, long burst, HashlimitKeying keying, Life life, int interval) {
    /**
     * How a table grows and is cleaned.
     *
     * @param size how many buckets the hash has, 0 for the kernel's choice
     * @param max how many flows it holds, 0 for the kernel's choice
     * @param cleaning milliseconds between two looks for flows that are idle
     * @param expiry milliseconds after which a flow is idle
     */
    record Life(long size, long max, long cleaning, long expiry) {}

    /** As many as the kernel makes on a machine with more than a gigabyte. */
    private static final long USUAL_SIZE = 8_192;

    private static final int FLOWS_A_BUCKET = 8;
    /** {@code HZ * CREDITS_PER_JIFFY / XT_HASHLIMIT_SCALE_v2} for {@code CONFIG_HZ=250}. */
    private static final long CREDITS_A_MICROSECOND = 137_438_953L;

    private static final long CREDITS_A_JIFFY = 1L << 39;
    private static final long BYTE_CREDITS_A_JIFFY = 1L << 24;
    /** What a full bucket of a rate in bytes holds. */
    static final long FULL_OF_BYTES = BYTE_CREDITS_A_JIFFY * Jiffies.HZ;

    private static final int CHUNK_SHIFT = 4;
    private static final long SCALE = 1_000_000L;
    private static final int MILLISECONDS = 1_000 / Jiffies.HZ;

    /** Whether rates are taken over intervals, without a bucket. */
    boolean takesRates() {
        return interval != 0;
    }

    /** Whether 64 bits hold the burst: {@code hashlimit_mt_check_common}. */
    boolean isHeld() {
        return burst != 0 && Long.compareUnsigned(full(), cost()) >= 0;
    }

    /** What a bucket holds at first, 64 bits without sign. */
    long full() {
        return rate.bytes() ? FULL_OF_BYTES : rate.average() * burst * CREDITS_A_MICROSECOND;
    }

    /** What a packet costs, or 16 bytes do. */
    long cost() {
        return rate.bytes()
                ? (rate.average() * FULL_OF_BYTES) >>> Integer.SIZE
                : rate.average() * CREDITS_A_MICROSECOND;
    }

    /** What so many bytes cost, at most a full bucket: {@code hashlimit_byte_cost}. */
    long cost(int bytes) {
        return Math.min(((bytes >> CHUNK_SHIFT) + 1) * cost(), FULL_OF_BYTES);
    }

    /** What a bucket gains in so many jiffies. */
    long gained(long jiffies) {
        return jiffies * (rate.bytes() ? BYTE_CREDITS_A_JIFFY : CREDITS_A_JIFFY);
    }

    /** How many packets or bytes are allowed in an interval: {@code user2rate}. */
    long allowed() {
        return rate.bytes() ? rate.bytesPerSecond() : Long.divideUnsigned(SCALE, rate.average());
    }

    /** How many may come at once in an interval. */
    long allowedAtOnce() {
        if (rate.bytes()) {
            return burst == 0 ? allowed() : burst * allowed();
        }
        return burst + allowed();
    }

    /** How many flows the table holds: {@code htable_create}. */
    long most() {
        long buckets = life.size() == 0 ? USUAL_SIZE : life.size();
        return life.max() == 0 ? FLOWS_A_BUCKET * buckets : Math.max(life.max(), buckets);
    }

    /** {@code msecs_to_jiffies}. */
    static long jiffies(long milliseconds) {
        return milliseconds > Integer.MAX_VALUE ? Long.MAX_VALUE / 4 : (milliseconds + MILLISECONDS - 1) / MILLISECONDS;
    }
}
