package nfstep.parse;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import nfstep.source.Diagnostic;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/**
 * Splits a lab into commands and their words: the part of POSIX's Shell Command Language, section 2, in which nothing
 * depends on anything but the text. What it does not know is a problem, never taken for something else.
 */
public final class ShellLexer {
    private final ShellCursor at;
    private final ShellProblems problems;

    private ShellLexer(SourceText source) {
        this.at = new ShellCursor(source.text());
        this.problems = new ShellProblems(source);
        at.skipEmptyLines();
    }

    /** All commands of the text, or all its problems. */
    public static Parsed<List<LabLine>> read(SourceText source) {
        ShellLexer lexer = new ShellLexer(source);
        List<LabLine> lines = new ArrayList<>();
        for (Optional<LabLine> line = lexer.next(); line.isPresent(); line = lexer.next()) {
            lines.add(line.get());
        }
        List<Diagnostic> problems = lexer.problems.all();
        return problems.isEmpty() ? Parsed.of(List.copyOf(lines)) : Parsed.failed(problems);
    }

    /**
     * The commands of a text that has no problem, each of which is read when it is asked for.
     *
     * @throws IllegalStateException while it is read, if it has one after all
     */
    public static Iterator<LabLine> ofKnown(SourceText source) {
        ShellLexer lexer = new ShellLexer(source);
        return new Iterator<>() {
            private Optional<LabLine> ahead = lexer.known();

            @Override
            public boolean hasNext() {
                return ahead.isPresent();
            }

            @Override
            public LabLine next() {
                LabLine line = ahead.orElseThrow(NoSuchElementException::new);
                ahead = lexer.known();
                return line;
            }
        };
    }

    private Optional<LabLine> known() {
        Optional<LabLine> line = next();
        if (!problems.all().isEmpty()) {
            throw new IllegalStateException(problems.all().get(0).header());
        }
        return line;
    }

    /** The next command, behind comments and lines with problems. */
    private Optional<LabLine> next() {
        Optional<LabLine> line = Optional.empty();
        while (line.isEmpty() && !at.atEnd()) {
            line = new ShellCommand(at, problems).read();
            at.skipEmptyLines();
        }
        return line;
    }
}
