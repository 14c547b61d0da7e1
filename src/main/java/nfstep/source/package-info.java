/**
 * Positions in input text and what is wrong there.
 *
 * <p>Seen by: every package above it; sees nothing.
 *
 * <p>Decision: a problem in somebody's input is a value with a place and a hint, never an exception.
 */
@NullMarked
package nfstep.source;

import org.jspecify.annotations.NullMarked;
