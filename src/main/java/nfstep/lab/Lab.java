package nfstep.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.lab.command.Step;
import nfstep.parse.LabLine;
import nfstep.parse.ShellLexer;
import nfstep.source.Diagnostic;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/** A lab that was read: every command is known and well formed, none has run. */
public record Lab(SourceText source, List<Step> steps) {
    public Lab {
        steps = List.copyOf(steps);
    }

    /** Reads a lab; all that is wrong anywhere in it is told at once. */
    public static Parsed<Lab> parse(SourceText source) {
        return ShellLexer.read(source).then(lines -> steps(source, lines)).map(steps -> new Lab(source, steps));
    }

    private static Parsed<List<Step>> steps(SourceText source, List<LabLine> lines) {
        List<Step> steps = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        LabReading reading = new LabReading(source, lines.iterator());
        while (!reading.isOver()) {
            Parsed<Step> step = reading.next();
            step.value().ifPresent(steps::add);
            problems.addAll(step.diagnostics());
        }
        return problems.isEmpty() ? Parsed.of(List.copyOf(steps)) : Parsed.failed(problems);
    }

    /** The first sentence of the comment that the lab begins with. */
    public Optional<String> title() {
        return title(source);
    }

    /** The first line of the comment that a lab begins with. */
    public static Optional<String> title(SourceText source) {
        String first = source.line(1).strip();
        return first.startsWith("#") ? Optional.of(first.substring(1).strip()) : Optional.empty();
    }
}
