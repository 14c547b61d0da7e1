/**
 * The terminal itself: taking it and giving it back, keys in, frames out.
 *
 * <p>Seen by: cli; sees the app, canvas and themes of tui.
 *
 * <p>Decision: the only package that imports lanterna, and of that only the terminal and its table of keys. Its Screen
 * costs 50 ms before the first frame, its decoder takes what has arrived so far for all there is, and its UnixTerminal
 * asks the terminal for its size among the keys; {@link nfstep.tui.term.FramePainter}, {@link
 * nfstep.tui.term.KeyDecoder} and {@link nfstep.tui.term.StepTerminal} do these instead.
 */
@NullMarked
package nfstep.tui.term;

import org.jspecify.annotations.NullMarked;
