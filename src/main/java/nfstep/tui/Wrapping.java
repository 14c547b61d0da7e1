package nfstep.tui;

import java.util.ArrayList;
import java.util.List;

/** Breaks a line into rows between words. */
final class Wrapping {
    private final Line line;
    private final int width;
    /** One entry a column: whether the text may be broken there, which is at a space. */
    private final boolean[] space;

    private Wrapping(Line line, int width) {
        this.line = line;
        this.width = width;
        this.space = spaces(line.text(), line.width());
    }

    static List<Line> of(Line line, int width) {
        if (width < 1) {
            throw new IllegalArgumentException("cannot wrap to a width of " + width);
        }
        return new Wrapping(line, width).rows();
    }

    private List<Line> rows() {
        List<Line> rows = new ArrayList<>();
        int start = 0;
        while (space.length - start > width) {
            int end = lastBreak(start);
            rows.add(line.slice(start, end));
            start = afterSpaces(end);
        }
        if (start < space.length || rows.isEmpty()) {
            rows.add(line.slice(start, space.length));
        }
        return rows;
    }

    private int lastBreak(int start) {
        int end = start + width;
        while (end > start && !space[end]) {
            end--;
        }
        while (end > start && space[end - 1]) {
            end--;
        }
        return end > start ? end : start + width;
    }

    private int afterSpaces(int column) {
        int start = column;
        while (start < space.length && space[start]) {
            start++;
        }
        return start;
    }

    private static boolean[] spaces(String text, int width) {
        boolean[] space = new boolean[width];
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            space[column] = text.charAt(i) == ' ';
            column += Columns.of(text.charAt(i));
        }
        return space;
    }
}
