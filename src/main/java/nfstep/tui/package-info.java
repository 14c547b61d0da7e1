/**
 * The screen as model, update and view, with its panes, keys and themes.
 *
 * <p>Seen by: cli; sees source to event, parse, trace and debugger.
 *
 * <p>Decision: a view is a pure function of its state, so that a test can compare whole screens.
 */
@NullMarked
package nfstep.tui;

import org.jspecify.annotations.NullMarked;
