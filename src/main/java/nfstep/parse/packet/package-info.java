/**
 * Reads and prints packets as tcpdump, the kernel log and conntrack show them.
 *
 * <p>Seen by: the same packages as parse.
 *
 * <p>Decision: a line that does not decide a field says so instead of inventing it.
 */
@NullMarked
package nfstep.parse.packet;

import org.jspecify.annotations.NullMarked;
