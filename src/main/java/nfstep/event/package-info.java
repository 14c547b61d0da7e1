/**
 * What can happen in a walk, each a fact with its sentence and its changes.
 *
 * <p>Seen by: engine, trace and above; sees source to state.
 *
 * <p>Decision: facts live below the engine, so that a recorded walk opens without it.
 */
@NullMarked
package nfstep.event;

import org.jspecify.annotations.NullMarked;
