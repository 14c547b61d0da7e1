package nfstep.state;

/**
 * What ICMP rate limiting remembers of one destination: {@code struct inet_peer}.
 *
 * @param tokens in nanoseconds' worth
 * @param last virtual time of the last look, in nanoseconds
 */
public record PeerBucket(long tokens, long last) {}
