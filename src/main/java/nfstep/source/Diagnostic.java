package nfstep.source;

import java.util.Optional;

/** A problem in somebody's input: its kind, its place, the line there, what is wrong and what to write instead. */
public record Diagnostic(Code code, String source, Span span, String lineText, String message, Optional<String> hint) {
    private static final int WIDEST = 160;

    /** A problem without a quoted line or a hint. */
    public static Diagnostic of(Code code, String source, Span span, String message) {
        return new Diagnostic(code, source, span, "", message, Optional.empty());
    }

    /** This problem with the line it is on. */
    public Diagnostic quoting(String line) {
        return new Diagnostic(code, source, span, line, message, hint);
    }

    /** This problem with an advice. */
    public Diagnostic hinting(String advice) {
        return new Diagnostic(code, source, span, lineText, message, Optional.of(advice));
    }

    /** This problem with the advice to use a similar word, when there is one. */
    public Diagnostic suggesting(Optional<String> word) {
        return word.map(it -> hinting("did you mean '" + it + "'?")).orElse(this);
    }

    /** The first line: {@code name:line:column: message}. */
    public String header() {
        return Printable.line(source) + ":" + span.line() + ":" + span.column() + ": " + Printable.line(message);
    }

    /** Header, quoted line, caret line and hint, without a last line end; safe to print to a terminal. */
    public String render() {
        StringBuilder out = new StringBuilder(header());
        if (!lineText.isEmpty()) {
            out.append('\n').append(quotation());
        }
        hint.ifPresent(it -> out.append("\n  hint: ").append(Printable.line(it)));
        return out.toString();
    }

    private String quotation() {
        int from = windowStart();
        int to = Math.min(lineText.length(), from + WIDEST);
        int start = clamp(span.column() - 1, from, to);
        int end = clamp(span.end() - 1, start, to);
        String before = Printable.line(lineText.substring(from, start));
        String marked = Printable.line(lineText.substring(start, end));
        String after = Printable.line(lineText.substring(end, to));
        return "  " + before + marked + after + "\n  " + " ".repeat(width(before))
                + "^".repeat(Math.max(1, width(marked)));
    }

    /** A very long line is quoted around the place only. */
    private int windowStart() {
        int room = Math.max(0, lineText.length() - WIDEST);
        return clamp(span.column() - 1 - WIDEST / 2, 0, room);
    }

    private static int clamp(int value, int low, int high) {
        return Math.max(low, Math.min(value, high));
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
