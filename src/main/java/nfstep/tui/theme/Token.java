package nfstep.tui.theme;

import java.util.ArrayList;
import java.util.List;
import nfstep.source.Span;

/** A word of a setting's value and where it stands; quotes around it are not part of the word. */
record Token(String text, Span span) {
    static List<Token> of(String value, Span span) {
        List<Token> tokens = new ArrayList<>();
        int at = skipBlanks(value, 0);
        while (at < value.length()) {
            boolean quoted = value.charAt(at) == '"';
            int start = quoted ? at + 1 : at;
            int end = end(value, start, quoted ? '"' : ' ');
            tokens.add(
                    new Token(value.substring(start, end), new Span(span.line(), span.column() + start, end - start)));
            at = skipBlanks(value, quoted ? end + 1 : end);
        }
        return tokens;
    }

    /** The rest of this word after its first characters. */
    Token after(int characters) {
        Span rest = new Span(span.line(), span.column() + characters, span.length() - characters);
        return new Token(text.substring(characters), rest);
    }

    /** The parts of this word between separators. */
    List<Token> split(char separator) {
        List<Token> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(part(start, end));
            start = end + 1;
        }
        parts.add(part(start, text.length()));
        return parts;
    }

    private Token part(int start, int end) {
        return new Token(text.substring(start, end), new Span(span.line(), span.column() + start, end - start));
    }

    private static int skipBlanks(String value, int from) {
        int at = from;
        while (at < value.length() && value.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int end(String value, int from, char stop) {
        int end = value.indexOf(stop, from);
        return end < 0 ? value.length() : end;
    }
}
