package nfstep.parse.iptables;

import java.util.ArrayList;
import java.util.List;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.SourceText;
import nfstep.source.Span;

/**
 * Splits a line of an {@code iptables-restore} text: blanks separate, double quotes keep together, a backslash counts
 * within quotes only; {@code xshared.c}, {@code add_param_to_argv}.
 */
final class RestoreWords {
    /** {@code MAX_ARGC}, {@code struct xt_param_buf}. */
    private static final int MOST_WORDS = 254;

    private static final int LONGEST_WORD = 1023;

    private final SourceText source;
    private final int number;
    private final String line;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int at;

    /** The line with that number, from a place on. */
    RestoreWords(SourceText source, int number, String line, int from) {
        this.source = source;
        this.number = number;
        this.line = line;
        this.at = from;
    }

    List<Word> read() {
        while (at < line.length()) {
            if (isBlank(line.charAt(at))) {
                at++;
            } else {
                next();
            }
        }
        return words;
    }

    private void next() {
        int start = at;
        boolean quoted = false;
        while (at < line.length() && !quoted && !isBlank(line.charAt(at))) {
            if (line.charAt(at) == '"') {
                at++;
                quote(start);
                quoted = true;
            } else {
                word.append(line.charAt(at++));
            }
        }
        add(start);
    }

    /** A word ends with its closing quote. */
    private void quote(int start) {
        while (at < line.length() && line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' && at + 1 < line.length() ? 1 : 0;
            word.append(line.charAt(at++));
        }
        if (at == line.length()) {
            throw problem(Code.SYNTAX, start, "a quote without its end");
        }
        at++;
    }

    private void add(int start) {
        if (word.length() > LONGEST_WORD) {
            throw problem(Code.LIMIT, start, "Parameter too long!");
        }
        if (words.size() == MOST_WORDS) {
            throw problem(Code.LIMIT, start, "Parser cannot handle more arguments");
        }
        words.add(new Word(word.toString(), new Span(number, start + 1, at - start)));
        word.setLength(0);
    }

    private Problem problem(Code code, int start, String message) {
        Diagnostic diagnostic = source.diagnostic(code, new Span(number, start + 1, at - start), message);
        return new Problem(diagnostic);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
