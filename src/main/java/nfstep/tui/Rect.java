package nfstep.tui;

/** A rectangle of cells; it may be empty but never lies left of or above the origin. */
public record Rect(int x, int y, int width, int height) {
    public Rect {
        if (x < 0 || y < 0 || width < 0 || height < 0) {
            throw new IllegalArgumentException("not a rectangle: %d,%d %dx%d".formatted(x, y, width, height));
        }
    }

    /** The first column to the right of it. */
    public int right() {
        return x + width;
    }

    /** The first row below it. */
    public int bottom() {
        return y + height;
    }

    /** What a frame around its edge leaves free. */
    public Rect inner() {
        return new Rect(x + 1, y + 1, Math.max(0, width - 2), Math.max(0, height - 2));
    }

    /** Its first rows, as many as there are. */
    public Rect top(int rows) {
        return new Rect(x, y, width, clamp(rows, height));
    }

    /** All but its first rows. */
    public Rect below(int rows) {
        int skipped = clamp(rows, height);
        return new Rect(x, y + skipped, width, height - skipped);
    }

    /** Its first columns, as many as there are. */
    public Rect left(int columns) {
        return new Rect(x, y, clamp(columns, width), height);
    }

    /** All but its first columns. */
    public Rect rightOf(int columns) {
        int skipped = clamp(columns, width);
        return new Rect(x + skipped, y, width - skipped, height);
    }

    /** Whether a cell lies in it. */
    public boolean contains(int column, int row) {
        return column >= x && column < right() && row >= y && row < bottom();
    }

    private static int clamp(int wanted, int available) {
        return Math.max(0, Math.min(wanted, available));
    }
}
