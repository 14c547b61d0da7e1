package nfstep.tui.pane;

import java.util.Locale;
import java.util.Optional;
import nfstep.tui.Canvas;
import nfstep.tui.Line;
import nfstep.tui.Panes;
import nfstep.tui.Rect;
import nfstep.tui.Role;

/**
 * The rows of a pane that are visible.
 *
 * @param scroll how many rows the user moved it
 * @param search a text that is marked wherever it is
 */
record Window(Rows rows, int scroll, Optional<String> search) {
    /** The focused pane's. */
    static Window of(Rows rows, Panes panes) {
        Panes.Search search = panes.search();
        return new Window(rows.around(search.row().orElse(rows.current())), panes.scroll(), Optional.of(search.text()));
    }

    /** Draws as many rows as there is room for. */
    void draw(Canvas canvas) {
        int height = rows.visible(canvas.height());
        int head = canvas.height() - height;
        rows.heading().ifPresent(heading -> canvas.row(0, heading));
        int first = first(height);
        for (int i = 0; i < Math.min(height, rows.count() - first); i++) {
            Line line = rows.row().apply(first + i);
            canvas.row(head + i, line);
            mark(canvas, head + i, line);
        }
    }

    /** Where the visible rows stand among all of them; empty if all are visible. */
    String place(int height) {
        int visible = rows.visible(height);
        int first = first(visible);
        return rows.count() <= visible
                ? ""
                : "rows " + (first + 1) + "-" + Math.min(rows.count(), first + visible) + " of " + rows.count();
    }

    /** How far it is moved when it is moved by so many rows more, and stays within its rows. */
    int scrolled(int by, int height) {
        int centred = new Window(rows, 0, search).first(height);
        int last = Math.max(0, rows.count() - height);
        return Math.max(0, Math.min(first(height) + by, last)) - centred;
    }

    private int first(int height) {
        int last = Math.max(0, rows.count() - height);
        int centred = Math.max(0, Math.min(rows.current() - height / 2, last));
        return Math.max(0, Math.min(centred + scroll, last));
    }

    private void mark(Canvas canvas, int y, Line line) {
        if (search.isEmpty() || search.get().isEmpty()) {
            return;
        }
        String text = line.text().toLowerCase(Locale.ROOT);
        String wanted = search.get().toLowerCase(Locale.ROOT);
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
            int x = Line.of(line.text().substring(0, at)).width();
            canvas.overlay(new Rect(x, y, Line.of(wanted).width(), 1), Role.SEARCH_MATCH);
        }
    }
}
