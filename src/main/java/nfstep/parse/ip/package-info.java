/**
 * Reads and prints ip(8) and sysctl(8) commands.
 *
 * <p>Seen by: the same packages as parse.
 *
 * <p>Decision: abbreviations are resolved in the order ip(8) uses.
 */
@NullMarked
package nfstep.parse.ip;

import org.jspecify.annotations.NullMarked;
