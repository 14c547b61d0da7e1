package nfstep.parse;

import java.util.ArrayList;
import java.util.List;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/**
 * Splits a lab into commands and their words: the part of POSIX's Shell Command Language, section 2, in which nothing
 * depends on anything but the text. What it does not know is a problem, never taken for something else.
 */
public final class ShellLexer {
    private ShellLexer() {}

    /** All commands of the text, or all its problems. */
    public static Parsed<List<LabLine>> read(SourceText source) {
        ShellCursor at = new ShellCursor(source.text());
        ShellProblems problems = new ShellProblems(source);
        List<LabLine> lines = new ArrayList<>();
        at.skipEmptyLines();
        while (!at.atEnd()) {
            new ShellCommand(at, problems).read().ifPresent(lines::add);
            at.skipEmptyLines();
        }
        return problems.all().isEmpty() ? Parsed.of(List.copyOf(lines)) : Parsed.failed(problems.all());
    }
}
