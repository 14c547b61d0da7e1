package nfstep.conntrack;

import java.util.Optional;

/**
 * A connection that a helper expects because of what it read: {@code struct nf_conntrack_expect}.
 *
 * @param id its number in the namespace, from 1
 * @param master the connection that it was read in
 * @param zone of that connection
 * @param tuple of the first packet; its source key does not count
 * @param helper the name of the master's helper
 * @param expiresAt virtual time in nanoseconds
 * @param following how NAT translates the connection; none where its master is not translated
 */
public record Expectation(
        long id, long master, Zone zone, Tuple tuple, String helper, long expiresAt, Optional<Following> following) {
    /**
     * The connection is translated as its master is: {@code nf_nat_follow_master}.
     *
     * @param direction of the master that the connection goes in
     * @param port the destination's own
     */
    public record Following(Direction direction, int port) {}

    /** Whether a first packet with that tuple is the one that is expected: {@code nf_ct_exp_equal}. */
    public boolean covers(Zone other, Tuple packet) {
        return zone.id() == other.id()
                && packet.withSource(packet.source(), tuple.sourceKey()).equals(tuple);
    }

    /** Whether both could be meant by one packet: {@code expect_clash}. */
    boolean clashes(Expectation other) {
        return other.covers(zone, tuple);
    }

    /** This expectation at another port, and how NAT brings its packets there. */
    Expectation with(Tuple other, Following following) {
        return new Expectation(id, master, zone, other, helper, expiresAt, Optional.of(following));
    }

    /** This expectation, of another destination. */
    Expectation with(Tuple other) {
        return new Expectation(id, master, zone, other, helper, expiresAt, following);
    }
}
