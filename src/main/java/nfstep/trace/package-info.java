/**
 * A recorded walk: events, checkpoints, cursor and comparison.
 *
 * <p>Seen by: lab, debugger and above; sees source to event and parse, not the engine.
 *
 * <p>Decision: the state at a step is the checkpoint before it and the changes of the events since.
 */
@NullMarked
package nfstep.trace;

import org.jspecify.annotations.NullMarked;
