package nfstep.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nfstep.source.Span;

/** Reads one command up to the end of its line and of its here-document. */
final class ShellCommand {
    private static final Set<String> RESERVED = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "for",
            "while",
            "until",
            "do",
            "done",
            "case",
            "esac",
            "function",
            "select",
            "time",
            "[[",
            "{",
            "}");

    private final ShellCursor at;
    private final ShellProblems problems;
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private Optional<Word> delimiter = Optional.empty();
    private boolean background;

    ShellCommand(ShellCursor at, ShellProblems problems) {
        this.at = at;
        this.problems = problems;
    }

    /** The command on this line; none if the line is empty or has a problem. */
    Optional<LabLine> read() {
        problems.nextCommand();
        at.skipBlanks();
        int from = at.position();
        Span start = at.place(1);
        while (!at.atLineEnd() && at.peek() != '#') {
            part();
            at.skipBlanks();
        }
        String text = at.since(from).stripTrailing();
        at.takeLine();
        Optional<HereDocument> document = delimiter.map(this::document);
        checkCommand(start);
        if (words.isEmpty() || problems.inThisCommand()) {
            return Optional.empty();
        }
        String whole = document.isPresent() ? at.since(from).stripTrailing() : text;
        return Optional.of(new LabLine(whole, assignments, words, document, background));
    }

    private void part() {
        if (background) {
            problems.add(at.place(1), ShellProblem.BACKGROUND);
        }
        Optional<ShellProblem> problem = ShellProblem.at(at).filter(p -> !p.insideWord());
        if (problem.isEmpty()) {
            word();
        } else if (problem.get() == ShellProblem.BACKGROUND && !words.isEmpty()) {
            at.next();
            background = true;
        } else if (problem.get() == ShellProblem.BARE_DOCUMENT) {
            documentMark();
        } else {
            problems.add(at.place(problem.get().length()), problem.get());
            at.skip(problem.get().length());
        }
    }

    private void word() {
        int from = at.position();
        Word word = ShellWord.read(at, problems);
        String name = words.isEmpty() ? assignedName(at.since(from)) : "";
        if (!name.isEmpty()) {
            assignments.add(new Assignment(name, word.text().substring(name.length() + 1), word.span()));
        } else {
            words.add(word);
        }
    }

    /** The name in {@code NAME=value}; empty if the text is something else. */
    private static String assignedName(String text) {
        int end = 0;
        while (end < text.length() && isNameCharacter(text.charAt(end), end == 0)) {
            end++;
        }
        return text.startsWith("=", end) ? text.substring(0, end) : "";
    }

    private static boolean isNameCharacter(char c, boolean isFirst) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!isFirst && c >= '0' && c <= '9');
    }

    private void documentMark() {
        Span mark = at.place(2);
        at.skip(2);
        at.skipBlanks();
        boolean quoted = at.peek() == '\'' || at.peek() == '"';
        if (!quoted) {
            problems.add(mark, ShellProblem.BARE_DOCUMENT);
        }
        if (at.atLineEnd()) {
            return;
        }
        if (delimiter.isPresent()) {
            problems.add(mark, "a second here-document", "a command reads one");
        }
        delimiter = Optional.of(ShellWord.read(at, problems));
    }

    private HereDocument document(Word end) {
        int first = at.line();
        StringBuilder text = new StringBuilder();
        while (!at.atEnd()) {
            String line = at.takeLine();
            if (line.equals(end.text())) {
                return new HereDocument(text.toString(), first);
            }
            text.append(line).append('\n');
        }
        problems.add(
                end.span(), "the here-document does not end", "write " + end.text() + " alone on the line after it");
        return new HereDocument(text.toString(), first);
    }

    private void checkCommand(Span start) {
        if (words.isEmpty()) {
            if (!assignments.isEmpty()) {
                String hint = "nothing is kept from one line to the next: write it before the command that reads it";
                problems.add(assignments.get(0).span(), "an assignment without a command", hint);
            } else if (background || delimiter.isPresent()) {
                problems.add(start, "there is no command", "write the command first");
            }
            return;
        }
        Word first = words.get(0);
        if (RESERVED.contains(first.text())) {
            problems.add(
                    first.span(), "loops and conditions are not part of labs", "write the commands out, one a line");
        } else if (first.is("!")) {
            String hint = "write expect error 'part of the message' on the line before the command";
            problems.add(first.span(), "'!' before a command is not part of labs", hint);
        }
    }
}
