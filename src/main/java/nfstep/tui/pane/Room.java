package nfstep.tui.pane;

import nfstep.tui.Glyph;
import nfstep.tui.Glyphs;

/**
 * The room that a pane has.
 *
 * @param width in columns, without the frame
 * @param height in rows, without the frame
 * @param scroll how many rows the user moved it
 */
record Room(int width, int height, int scroll, Glyphs glyphs) {
    /** The first row that is visible when that row of so many is to be in the middle. */
    int first(int current, int total) {
        int centred = Math.max(0, Math.min(current - height / 2, total - height));
        return Math.max(0, Math.min(centred + scroll, Math.max(0, total - height)));
    }

    /** The first row that is visible when the last ones are to be seen. */
    int last(int total) {
        return first(total, total);
    }

    /** The character of a sign. */
    String sign(Glyph glyph) {
        return String.valueOf(glyphs.get(glyph));
    }
}
