package nfstep.conntrack;

import java.util.Optional;

/**
 * What one end of a connection is from now on.
 *
 * @param after the connection with its new reply tuple and the bits that say so
 * @param destroyed the connection that had to go for it, if any
 * @param drawn what its port, id or key was drawn from at random, if it was
 * @param how why it is so, in words
 */
public record NatChosen(Connection after, Optional<Long> destroyed, Optional<KeyPool> drawn, String how) {}
