package nfstep.conntrack;

import java.util.Optional;
import nfstep.conntrack.Expectation.Following;

/** Makes expectations: {@code nf_ct_expect_init}, {@code nf_nat_exp_find_port}. */
final class Expecting {
    private static final long NANOS = 5 * 60 * 1_000_000_000L;
    private static final int MOST_ATTEMPTS = 128;
    private static final int LAST_PORT = 0xffff;

    private Expecting() {}

    /** What the connection expects from now on, for five minutes. */
    static Expectation fresh(HelpInput input, Tuple tuple, Optional<Following> following) {
        Connection master = input.connection();
        return new Expectation(
                input.expectations().next(),
                master.id(),
                master.zone(),
                tuple,
                master.assistance().helper(),
                input.now() + NANOS,
                following);
    }

    /** The expectation at its own port, or at one that is drawn where another connection expects the same; none if all are. */
    static Optional<Expectation> withFreePort(HelpInput input, Expectation wanted) {
        int first = wanted.tuple().destinationKey();
        int range = LAST_PORT - first;
        Expectation candidate = wanted;
        for (int left = Math.min(range, MOST_ATTEMPTS); input.expectations().isBusy(candidate, input.now()); left--) {
            if (left <= 0) {
                return Optional.empty();
            }
            int port = input.draw().key("expected port " + left, new KeyPool(first, range));
            candidate = candidate.with(
                    candidate.tuple().withDestination(candidate.tuple().destination(), port));
        }
        return Optional.of(candidate);
    }
}
