package nfstep.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rectangle of an in-memory screen on which a view draws; whatever falls outside of it is cut off.
 *
 * <p>A canvas {@linkplain #within within} another draws on the same screen with its own origin.
 */
public final class Canvas {
    /** What {@link #charAt} gives for the right half of a wide character. */
    public static final char CONTINUATION = Cells.CONTINUATION;

    private final Screen screen;
    private final Rect area;

    private Canvas(Screen screen, Rect area) {
        this.screen = screen;
        this.area = area;
    }

    /** A blank screen. */
    public static Canvas of(int width, int height, Glyphs glyphs) {
        Rect area = new Rect(0, 0, width, height);
        return new Canvas(new Screen(new Cells(width, height), glyphs), area);
    }

    /** The columns of this canvas. */
    public int width() {
        return area.width();
    }

    /** The rows of this canvas. */
    public int height() {
        return area.height();
    }

    /** All of this canvas, in its own coordinates. */
    public Rect area() {
        return new Rect(0, 0, width(), height());
    }

    /** The signs that the terminal can show. */
    public Glyphs glyphs() {
        return screen.glyphs;
    }

    /** The part of this canvas that lies in a rectangle, with the rectangle's corner as origin. */
    public Canvas within(Rect rect) {
        Rect seen = area().rightOf(rect.x()).left(rect.width()).below(rect.y()).top(rect.height());
        return new Canvas(screen, new Rect(area.x() + seen.x(), area.y() + seen.y(), seen.width(), seen.height()));
    }

    /** Draws text in one role and returns the column after it. */
    public int print(int x, int y, String text, Role role) {
        return draw(x, y, new Fragment(text, role));
    }

    /** Draws a line and returns the column after it. */
    public int print(int x, int y, Line line) {
        int column = x;
        for (Fragment fragment : line.fragments()) {
            column = draw(column, y, fragment);
        }
        return column;
    }

    /** Draws a whole row: the line, cut with an ellipsis if it is too long, then blanks. */
    public void row(int y, Line line) {
        print(0, y, line.shortened(width(), glyphs().get(Glyph.ELLIPSIS)).padded(width()));
    }

    /** Draws one sign. */
    public void put(int x, int y, Glyph glyph, Role role) {
        draw(x, y, glyphs().get(glyph), role);
    }

    /** Blanks a rectangle in a role. */
    public void fill(Rect rect, Role role) {
        String blanks = " ".repeat(rect.width());
        for (int y = rect.y(); y < rect.bottom(); y++) {
            print(rect.x(), y, blanks, role);
        }
    }

    /** Lays a role over what is already drawn, which keeps its own where the theme leaves it visible. */
    public void overlay(Rect rect, Role role) {
        Canvas part = within(rect);
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                screen.cells.overlay(part.area.x() + x, part.area.y() + y, role);
            }
        }
    }

    /** Draws a frame with a title in its upper edge. */
    public void box(Rect rect, String title, boolean focused) {
        Role role = focused ? Role.TITLE_FOCUS : Role.TITLE;
        box(rect, Line.of(title, role), Line.EMPTY, focused);
    }

    /** Draws a frame with a title in its upper edge and a footer at the end of its lower one. */
    public void box(Rect rect, Line title, Line footer, boolean focused) {
        new Box(this, rect, focused ? Role.BORDER_FOCUS : Role.BORDER).draw(title, footer);
    }

    /** Shows the terminal's cursor in a cell, which a screen does not do unless it is asked to. */
    public void cursor(int x, int y) {
        if (area().contains(x, y)) {
            screen.cursor = Optional.of(new Cursor(area.x() + x, area.y() + y));
        }
    }

    /** The cell of the whole screen in which the cursor is shown, if any. */
    public Optional<Cursor> cursor() {
        return screen.cursor;
    }

    /** The character in a cell, or {@link #CONTINUATION} in the right half of a wide one. */
    public char charAt(int x, int y) {
        return screen.cells.character(area.x() + x, area.y() + y);
    }

    /** The role of a cell. */
    public Role roleAt(int x, int y) {
        return screen.cells.role(area.x() + x, area.y() + y);
    }

    /** The role laid over a cell, {@link Role#TEXT} if there is none. */
    public Role overlayAt(int x, int y) {
        return screen.cells.overlay(area.x() + x, area.y() + y);
    }

    /** The text of a row without the blanks at its end. */
    public String rowText(int y) {
        StringBuilder text = new StringBuilder(width());
        for (int x = 0; x < width(); x++) {
            if (charAt(x, y) != CONTINUATION) {
                text.append(charAt(x, y));
            }
        }
        return text.toString().stripTrailing();
    }

    /** The text of all rows. */
    public List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < height(); y++) {
            rows.add(rowText(y));
        }
        return rows;
    }

    private int draw(int x, int y, Fragment fragment) {
        int column = x;
        for (int i = 0; i < fragment.text().length(); i++) {
            char character = fragment.text().charAt(i);
            draw(column, y, character, fragment.role());
            column += Columns.of(character);
        }
        return column;
    }

    private void draw(int x, int y, char character, Role role) {
        boolean isWide = Columns.of(character) == 2;
        char sent = glyphs().sendable(character);
        if (isWide && sent == character && area().contains(x, y) && area().contains(x + 1, y)) {
            screen.cells.putWide(area.x() + x, area.y() + y, character, role);
            return;
        }
        put(x, y, isWide && sent == character ? ' ' : sent, role);
        if (isWide) {
            put(x + 1, y, ' ', role);
        }
    }

    private void put(int x, int y, char character, Role role) {
        if (area().contains(x, y)) {
            screen.cells.put(area.x() + x, area.y() + y, character, role);
        }
    }

    /** A cell of the screen. */
    public record Cursor(int x, int y) {}

    /** What all canvases on one screen share. */
    private static final class Screen {
        final Cells cells;
        final Glyphs glyphs;
        Optional<Cursor> cursor = Optional.empty();

        Screen(Cells cells, Glyphs glyphs) {
            this.cells = cells;
            this.glyphs = glyphs;
        }
    }
}
