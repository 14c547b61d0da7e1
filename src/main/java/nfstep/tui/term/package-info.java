/**
 * The terminal itself, through lanterna.
 *
 * <p>Seen by: tui and cli.
 *
 * <p>Decision: the only package that imports lanterna, so that terminal state is taken and restored in one place.
 */
@NullMarked
package nfstep.tui.term;

import org.jspecify.annotations.NullMarked;
