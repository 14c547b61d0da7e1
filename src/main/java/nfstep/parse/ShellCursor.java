package nfstep.parse;

import nfstep.source.Span;

/** A place in a text that moves forward, character by character. */
final class ShellCursor {
    /** What {@link #peek} gives after the last character. */
    static final char END = '\0';

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    ShellCursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** Whether nothing is left of this line. */
    boolean atLineEnd() {
        return atEnd() || peek() == '\n';
    }

    char peek() {
        return atEnd() ? END : text.charAt(at);
    }

    boolean looksAt(String next) {
        return text.startsWith(next, at);
    }

    char next() {
        char c = text.charAt(at++);
        if (c == '\n') {
            line++;
            lineStart = at;
        }
        return c;
    }

    void skip(int characters) {
        for (int i = 0; i < characters; i++) {
            next();
        }
    }

    /** Goes over line ends. */
    void skipEmptyLines() {
        while (peek() == '\n') {
            next();
        }
    }

    /** Whether the next character stands for itself wherever it is: most do, and nothing else need be asked of them. */
    boolean isPlain() {
        return isPlain(peek());
    }

    /** Goes over such characters. */
    void skipPlain() {
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '-' && c <= ':') || (c >= 'A' && c <= 'Z') || c == '_' || c == '=';
    }

    /** Goes over blanks, and over line ends that a backslash takes away. */
    void skipBlanks() {
        boolean blank = true;
        while (blank) {
            blank = skipBlank() || skipContinuation();
        }
    }

    private boolean skipBlank() {
        boolean here = peek() == ' ' || peek() == '\t';
        if (here) {
            next();
        }
        return here;
    }

    /** Goes over a backslash and the line end behind it, if they are next. */
    boolean skipContinuation() {
        boolean here = looksAt("\\\n");
        if (here) {
            skip(2);
        }
        return here;
    }

    /** The rest of the line, which the cursor goes over, with its line end. */
    String takeLine() {
        int from = at;
        while (!atLineEnd()) {
            next();
        }
        String rest = text.substring(from, at);
        if (!atEnd()) {
            next();
        }
        return rest;
    }

    int position() {
        return at;
    }

    int line() {
        return line;
    }

    String since(int position) {
        return text.substring(position, at);
    }

    /** The next characters as a place. */
    Span place(int length) {
        return new Span(line, at - lineStart + 1, length);
    }

    /** From a place that was taken before up to here, or up to the end of its line if the cursor is on another one. */
    Span since(Span start, int position) {
        int lineEnd = text.indexOf('\n', position);
        int end = line == start.line() || lineEnd < 0 ? at : lineEnd;
        return new Span(start.line(), start.column(), end - position);
    }
}
