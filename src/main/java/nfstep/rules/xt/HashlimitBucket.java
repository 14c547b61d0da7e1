package nfstep.rules.xt;

/**
 * What is known of one flow: {@code struct dsthash_ent}. Times are in jiffies.
 *
 * @param credit 64 bits without sign; for {@code --hashlimit-rate-match} what came in this interval
 * @param refills how often a rate in bytes may still be refilled at once
 * @param over whether the interval before had too much
 * @param last when the credit was looked at
 * @param idle when the flow is forgotten
 */
public record HashlimitBucket(long credit, long refills, boolean over, long last, long idle) {
    /** A flow that was just met. */
    static HashlimitBucket fresh(HashlimitConfig config, long now) {
        long credit = config.takesRates() ? 0 : config.full();
        return new HashlimitBucket(credit, config.rate().bytes() ? config.burst() : 0, false, now, 0).used(config, now);
    }

    private HashlimitBucket used(HashlimitConfig config, long now) {
        long later = now + HashlimitConfig.jiffies(config.life().expiry());
        return new HashlimitBucket(credit, refills, over, last, later);
    }

    /** The flow when another packet of it comes: {@code rateinfo_recalc}. */
    HashlimitBucket at(HashlimitConfig config, long now) {
        return grown(config, now).used(config, now);
    }

    private HashlimitBucket grown(HashlimitConfig config, long now) {
        long passed = now - last;
        if (passed == 0) {
            return this;
        }
        if (config.takesRates()) {
            return interval(config, passed, now);
        }
        long grown = credit + config.gained(passed);
        boolean wrapped = config.rate().bytes() && Long.compareUnsigned(credit, grown) >= 0;
        boolean full = wrapped || Long.compareUnsigned(grown, config.full()) > 0;
        return new HashlimitBucket(full ? config.full() : grown, refills, over, now, idle);
    }

    private HashlimitBucket interval(HashlimitConfig config, long passed, long now) {
        long length = (long) config.interval() * Jiffies.HZ;
        if (passed < length) {
            return this;
        }
        boolean tooMuch = Long.compareUnsigned(credit * length, passed * config.allowed()) > 0;
        return new HashlimitBucket(0, refills, tooMuch, now, idle);
    }

    /** The flow with a bucket that is refilled if it must and may be, for a packet of that cost in bytes. */
    HashlimitBucket refilled(long cost) {
        return Long.compareUnsigned(credit, cost) < 0 && refills != 0
                ? new HashlimitBucket(HashlimitConfig.FULL_OF_BYTES, refills - 1, over, last, idle)
                : this;
    }

    /** The flow after it has paid. */
    HashlimitBucket paying(long cost) {
        return new HashlimitBucket(credit - cost, refills, over, last, idle);
    }

    /** The flow after so much more came in this interval. */
    HashlimitBucket counting(long amount) {
        return new HashlimitBucket(credit + amount, refills, over, last, idle);
    }
}
