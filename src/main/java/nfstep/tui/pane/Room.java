package nfstep.tui.pane;

import nfstep.tui.Glyph;
import nfstep.tui.Glyphs;

/**
 * The room that a pane has.
 *
 * @param width in columns, without the frame
 * @param height in rows, without the frame
 */
record Room(int width, int height, Glyphs glyphs) {
    /** The character of a sign. */
    String sign(Glyph glyph) {
        return String.valueOf(glyphs.get(glyph));
    }
}
