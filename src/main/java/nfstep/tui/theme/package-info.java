/**
 * Themes: which colours and attributes a role has, read from {@code themes/*.theme}, and what a terminal can show of it.
 *
 * <p>Seen by: tui and cli; sees source and the roles and glyphs of tui.
 *
 * <p>Decision: a colour has a form for each depth, so that a terminal of 256 or 16 colours gets what the author of the
 * theme meant there, not only what is nearest.
 */
@NullMarked
package nfstep.tui.theme;

import org.jspecify.annotations.NullMarked;
