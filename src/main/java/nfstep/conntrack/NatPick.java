package nfstep.conntrack;

import java.util.Optional;

/**
 * A tuple that NAT settled on.
 *
 * @param destroyed the connection that had to go for it, if any
 * @param drawn what its key was drawn from at random, if it was
 * @param how why it is so, in words
 */
record NatPick(Tuple tuple, Optional<Long> destroyed, Optional<KeyPool> drawn, String how) {
    static NatPick of(Tuple tuple, String how) {
        return new NatPick(tuple, Optional.empty(), Optional.empty(), how);
    }

    NatPick destroying(long connection) {
        return new NatPick(tuple, Optional.of(connection), drawn, how);
    }

    NatPick drawnFrom(KeyPool pool) {
        return new NatPick(tuple, destroyed, Optional.of(pool), how);
    }

    NatPick because(String reason) {
        return new NatPick(tuple, destroyed, drawn, reason);
    }
}
