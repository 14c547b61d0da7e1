/**
 * The panes of the screen: each a pure function from the model to lines.
 *
 * <p>Part of {@code tui}. Decision: a pane makes only the rows that are visible, so that a chain of 50,000 rules costs no
 * more than one of ten.
 */
@NullMarked
package nfstep.tui.pane;

import org.jspecify.annotations.NullMarked;
