package nfstep.lab;

import java.util.Iterator;
import nfstep.lab.command.CommandLine;
import nfstep.lab.command.Commands;
import nfstep.lab.command.Step;
import nfstep.parse.LabLine;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/** Reads the commands of a lab one by one. */
final class LabReading {
    private final SourceText source;
    private final Iterator<LabLine> lines;
    /** Whether the command before waits for this one to be refused. */
    private boolean isAwaited;

    LabReading(SourceText source, Iterator<LabLine> lines) {
        this.source = source;
        this.lines = lines;
    }

    /** Whether all are read. */
    boolean isOver() {
        return !lines.hasNext();
    }

    /** The next one, or what is wrong with it. */
    Parsed<Step> next() {
        CommandLine command = CommandLine.of(source, lines.next());
        Parsed<Step> step = isAwaited ? Commands.readToBeRefused(command) : Commands.read(command);
        step.value().ifPresent(read -> isAwaited = read.awaitsRefusal());
        return step;
    }
}
