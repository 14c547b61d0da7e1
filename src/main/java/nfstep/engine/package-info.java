/**
 * Takes a packet or command through the world to its end and emits the events.
 *
 * <p>Seen by: lab, debugger and cli; sees source to event.
 *
 * <p>Decision: a work list with an event limit instead of recursion, so that no rule set can overflow a stack.
 */
@NullMarked
package nfstep.engine;

import org.jspecify.annotations.NullMarked;
