package nfstep.source;

/** Makes text of files and traces harmless for a terminal: what it cannot show as a glyph becomes an escape. */
public final class Printable {
    private Printable() {}

    /** The text with every control, format and unassigned character as {@code \xNN} or <code>\&#117;{NNNN}</code>. */
    public static String escape(String text) {
        int first = firstUnsafe(text);
        if (first == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first, point; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            append(out, point);
        }
        return out.toString();
    }

    /** One line: as {@link #escape}, but a tab is a blank. */
    public static String line(String text) {
        return escape(text.replace('\t', ' '));
    }

    /** Several lines: as {@link #line}, but line feeds stay. */
    public static String lines(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            out.append(line(text.substring(from, end))).append('\n');
            from = end + 1;
        }
        return out.append(line(text.substring(from))).toString();
    }

    /** Whether a terminal shows the character as a glyph and does nothing else. */
    public static boolean isSafe(int point) {
        if (point < 0x7f) {
            return point >= 0x20;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static int firstUnsafe(String text) {
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (!isSafe(point)) {
                return i;
            }
            i += Character.charCount(point);
        }
        return i;
    }

    private static void append(StringBuilder out, int point) {
        if (isSafe(point)) {
            out.appendCodePoint(point);
        } else if (point <= 0xff) {
            out.append(String.format("\\x%02x", point));
        } else {
            out.append(String.format("\\u{%04x}", point));
        }
    }
}
