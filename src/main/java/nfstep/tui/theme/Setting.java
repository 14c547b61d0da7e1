package nfstep.tui.theme;

import java.util.ArrayList;
import java.util.List;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.SourceText;
import nfstep.source.Span;

/** One line {@code key = value}. */
record Setting(SourceText source, Token key, String value, Span span) {
    private static final String COMMENT = "#";

    /** The settings of a text; lines that are none are added to the problems. */
    static List<Setting> all(SourceText source, List<Diagnostic> problems) {
        List<Setting> settings = new ArrayList<>();
        int number = 0;
        for (String line : source.text().split("\n", -1)) {
            number++;
            if (!line.isBlank() && !line.startsWith(COMMENT)) {
                read(source, new Numbered(number, line.stripTrailing()), settings, problems);
            }
        }
        return settings;
    }

    /** The words of the value. */
    List<Token> words() {
        return Token.of(value, span);
    }

    Diagnostic problem(Code code, Span where, String message) {
        return source.diagnostic(code, where, message);
    }

    private static void read(SourceText source, Numbered line, List<Setting> settings, List<Diagnostic> problems) {
        int equals = line.text.indexOf('=');
        if (equals < 0) {
            Token whole = line.word(0, line.text.length());
            problems.add(source.diagnostic(Code.SYNTAX, whole.span(), "expected 'key = value'"));
            return;
        }
        Token value = line.word(equals + 1, line.text.length());
        settings.add(new Setting(source, line.word(0, equals), value.text(), value.span()));
    }

    private record Numbered(int number, String text) {
        /** What is between two places, without the blanks around it. */
        Token word(int from, int to) {
            String part = text.substring(from, to);
            int start = from + part.length() - part.stripLeading().length();
            return new Token(
                    part.strip(), new Span(number, start + 1, part.strip().length()));
        }
    }
}
