package nfstep.state;

/**
 * What the limits on ICMP errors and redirects remember of one destination: {@code struct inet_peer}.
 *
 * @param tokens in nanoseconds' worth
 * @param last virtual time of the last look, in nanoseconds
 * @param redirects how many redirects went there since it last kept quiet
 */
public record PeerBucket(long tokens, long last, int redirects) {
    /** How long nothing must have happened for a bucket to be full, whatever its size, in nanoseconds. */
    private static final long QUIET = 60_000_000_000L;

    /** A destination that is met for the first time at that virtual time: {@code inet_getpeer}. */
    public static PeerBucket fresh(long now) {
        return new PeerBucket(0, now - QUIET, 0);
    }

    /** Filled up to that time, but not above so many tokens. */
    public PeerBucket filled(long now, long most) {
        return new PeerBucket(Math.min(tokens + now - last, most), now, redirects);
    }

    /** Without so many tokens. */
    public PeerBucket less(long cost) {
        return new PeerBucket(tokens - cost, last, redirects);
    }
}
