package nfstep.tui.term;

import java.util.ArrayList;
import java.util.List;
import nfstep.tui.Canvas;
import nfstep.tui.Columns;

/**
 * Turns a canvas into the bytes that change the terminal from the last one to it.
 *
 * <p>Decision: lanterna's Screen would do it, but costs 50 ms before the first frame, a third of the time that may take,
 * and an object for each cell.
 */
final class FramePainter {
    /** A frame of so few bytes comes in one piece without asking for it. */
    private static final int SMALL = 256;
    /** From so many cells on, blanking the rest of a row is shorter than writing blanks. */
    private static final int WORTH_ERASING = 4;

    private final StyleCodes codes;
    private final Pen pen;
    private final List<CellRow> shown = new ArrayList<>();
    private CellRow next = new CellRow(0);

    FramePainter(StyleCodes codes) {
        this.codes = codes;
        this.pen = new Pen(codes);
    }

    /** The bytes that show a canvas; none if it is shown already. */
    byte[] paint(Canvas canvas) {
        if (canvas.height() != shown.size() || canvas.width() != next.characters.length) {
            start(canvas);
        }
        for (int y = 0; y < canvas.height(); y++) {
            next.load(canvas, y, codes);
            row(shown.get(y), y);
            next = shown.set(y, next);
        }
        canvas.cursor().ifPresent(cursor -> pen.moveTo(cursor.x(), cursor.y()));
        pen.showCursor(canvas.cursor().isPresent());
        return pen.take(SMALL);
    }

    /** Takes nothing on the terminal for granted any more. */
    void forget() {
        shown.clear();
        next = new CellRow(0);
    }

    private void start(Canvas canvas) {
        shown.clear();
        for (int y = 0; y < canvas.height(); y++) {
            shown.add(new CellRow(canvas.width()));
        }
        next = new CellRow(canvas.width());
        pen.clear();
    }

    private void row(CellRow old, int y) {
        int end = next.endOfText();
        int behind = next.differences(old, end);
        draw(old, y, behind < WORTH_ERASING ? next.characters.length : end);
        if (behind >= WORTH_ERASING) {
            pen.moveTo(end, y);
            pen.erase();
        }
    }

    private void draw(CellRow old, int y, int end) {
        for (int x = 0; x < end; x++) {
            if (!next.sameAt(x, old) && next.characters[x] != Canvas.CONTINUATION) {
                pen.moveTo(x, y);
                pen.look(next.styles[x]);
                pen.draw(next.characters[x], Columns.of(next.characters[x]));
            }
        }
        if (end == next.characters.length) {
            pen.endOfRow(end);
        }
    }
}
