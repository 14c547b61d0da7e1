/**
 * The iptables extensions, one file each, and the registry that lists them.
 *
 * <p>Seen by: the same packages as rules.
 *
 * <p>Decision: an extension holds its data, test, explanation, syntax, documentation and kernel source together.
 */
@NullMarked
package nfstep.rules.xt;

import org.jspecify.annotations.NullMarked;
