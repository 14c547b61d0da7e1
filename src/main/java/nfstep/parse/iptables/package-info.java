/**
 * Reads and prints iptables commands and iptables-save text.
 *
 * <p>Seen by: the same packages as parse.
 *
 * <p>Decision: one printer gives the text of rules for files and for the screen.
 */
@NullMarked
package nfstep.parse.iptables;

import org.jspecify.annotations.NullMarked;
