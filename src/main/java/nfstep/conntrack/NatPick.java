package nfstep.conntrack;

import java.util.Optional;

/** A tuple that NAT settled on, the connection that had to go for it, and why, in words. */
record NatPick(Tuple tuple, Optional<Long> destroyed, String how) {
    static NatPick of(Tuple tuple, String how) {
        return new NatPick(tuple, Optional.empty(), how);
    }
}
