package nfstep.source;

/** A stretch of one line of a text; line and column count from 1, in UTF-16 units. */
public record Span(int line, int column, int length) {
    public Span {
        if (line < 1 || column < 1 || length < 0) {
            throw new IllegalArgumentException("span out of range: " + line + ":" + column + "+" + length);
        }
    }

    /** The stretch from the start of this span to the end of another one on the same line. */
    public Span to(Span last) {
        if (last.line != line || last.end() < column) {
            throw new IllegalArgumentException("no span from " + this + " to " + last);
        }
        return new Span(line, column, last.end() - column);
    }

    /** The column after the last one. */
    public int end() {
        return column + length;
    }
}
