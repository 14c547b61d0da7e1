package nfstep.source;

/** A named text, to quote lines from. */
public record SourceText(String name, String text) {
    /** The line with a number, counted from 1, without its line end; empty after the last one. */
    public String line(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("line out of range: " + n);
        }
        int from = 0;
        for (int i = 1; i < n; i++) {
            int end = text.indexOf('\n', from);
            if (end < 0) {
                return "";
            }
            from = end + 1;
        }
        return upToLineEnd(from);
    }

    /** A problem at a place of this text. */
    public Diagnostic diagnostic(Code code, Span span, String message) {
        return Diagnostic.of(code, name, span, message).quoting(line(span.line()));
    }

    private String upToLineEnd(int from) {
        int end = text.indexOf('\n', from);
        String line = end < 0 ? text.substring(from) : text.substring(from, end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
