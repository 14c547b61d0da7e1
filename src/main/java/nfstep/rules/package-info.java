/**
 * Tables, chains, rules, verdicts and the vocabulary of matches and targets.
 *
 * <p>Seen by: state and above; sees source, packet, host and conntrack.
 *
 * <p>Decision: a match answers fast without evidence and explains itself only when asked.
 */
@NullMarked
package nfstep.rules;

import org.jspecify.annotations.NullMarked;
