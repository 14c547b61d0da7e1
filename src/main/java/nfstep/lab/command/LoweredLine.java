package nfstep.lab.command;

import java.util.List;
import java.util.Optional;
import nfstep.parse.LabLine;
import nfstep.parse.ShellLexer;
import nfstep.source.Diagnostic;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/** A plain command that a docker command became: it runs as if it stood on the line of that one. */
final class LoweredLine {
    private LoweredLine() {}

    static Optional<Diagnostic> run(Session session, CommandLine docker, String text) {
        String placed = "\n".repeat(docker.line().line() - 1) + text + "\n";
        SourceText source = new SourceText(docker.source().name(), placed);
        Parsed<List<LabLine>> lines = ShellLexer.read(source);
        for (LabLine line : lines.value().orElse(List.of())) {
            Parsed<Step> step = Commands.read(CommandLine.of(source, line));
            if (!step.ok()) {
                return Optional.of(step.diagnostics().get(0));
            }
            Optional<Diagnostic> refusal = step.orElseThrow().runWithin(session);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return lines.diagnostics().stream().findFirst();
    }
}
