package nfstep.parse;

import java.util.Optional;
import nfstep.source.Span;

/** Reads one word: quotes are taken away, everything that a shell would replace is a problem. */
final class ShellWord {
    private static final String WORD_ENDS = " \t\n|&;<>()\r";
    private static final String ESCAPED_IN_QUOTES = "$`\"\\";

    private final ShellCursor at;
    private final ShellProblems problems;
    private final StringBuilder text = new StringBuilder();

    private ShellWord(ShellCursor at, ShellProblems problems) {
        this.at = at;
        this.problems = problems;
    }

    /** The word at the cursor, which must not stand before a blank. */
    static Word read(ShellCursor at, ShellProblems problems) {
        Span start = at.place(1);
        int from = at.position();
        String text = new ShellWord(at, problems).read();
        return new Word(text, at.since(start, from));
    }

    private String read() {
        while (!at.atEnd() && WORD_ENDS.indexOf(at.peek()) < 0) {
            part();
        }
        return text.toString();
    }

    private void part() {
        if (at.isPlain()) {
            int from = at.position();
            at.skipPlain();
            text.append(at.since(from));
            return;
        }
        switch (at.peek()) {
            case '\'' -> singleQuotes();
            case '"' -> doubleQuotes();
            case '\\' -> escape();
            default -> special();
        }
    }

    private void special() {
        Optional<ShellProblem> problem = ShellProblem.at(at).filter(ShellProblem::insideWord);
        problem.ifPresent(it -> problems.add(at.place(it.length()), it));
        if (Character.isISOControl(at.peek())) {
            problems.add(at.place(1), "a control character outside of quotes", "take it out, or put it in quotes");
        }
        text.append(at.next());
    }

    private void escape() {
        if (at.skipContinuation()) {
            return;
        }
        at.next();
        if (!at.atEnd()) {
            text.append(at.next());
        }
    }

    private void singleQuotes() {
        Span open = at.place(1);
        at.next();
        while (!at.atLineEnd() && at.peek() != '\'') {
            text.append(at.next());
        }
        close(open, '\'');
    }

    private void doubleQuotes() {
        Span open = at.place(1);
        at.next();
        while (!at.atLineEnd() && at.peek() != '"') {
            quoted();
        }
        close(open, '"');
    }

    private void quoted() {
        if (at.skipContinuation()) {
            return;
        }
        if (at.peek() == '\\') {
            at.next();
            if (at.atLineEnd() || ESCAPED_IN_QUOTES.indexOf(at.peek()) < 0) {
                text.append('\\');
                return;
            }
        } else if (at.peek() == '$' || at.peek() == '`') {
            problems.add(
                    at.place(1), "nothing is replaced in a lab", "write '...' instead of \"...\", or the value itself");
        }
        text.append(at.next());
    }

    private void close(Span open, char quote) {
        if (at.peek() == quote) {
            at.next();
        } else {
            problems.add(open, "this quote is not closed on its line", "close it with " + quote);
        }
    }
}
