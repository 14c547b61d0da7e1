/**
 * The trace file format.
 *
 * <p>Seen by: the same packages as trace.
 *
 * <p>Decision: limits are counted while the file streams, so that a hostile file costs a bounded amount of memory.
 */
@NullMarked
package nfstep.trace.json;

import org.jspecify.annotations.NullMarked;
