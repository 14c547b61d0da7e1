/**
 * The changes of a table that iptables commands make, one record each.
 *
 * <p>Seen by: the same packages as rules.
 *
 * <p>Decision: every change works on a draft of the table, so that a restore of many lines is one change and copies
 * each chain once.
 */
@NullMarked
package nfstep.rules.edit;

import org.jspecify.annotations.NullMarked;
