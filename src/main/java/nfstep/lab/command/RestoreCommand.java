package nfstep.lab.command;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.parse.HereDocument;
import nfstep.parse.Word;
import nfstep.parse.iptables.IptablesRestore;
import nfstep.rules.edit.Restore;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Outcome;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.source.Span;

/** {@code iptables-restore [FILE]}: takes tables from a file or a here-document. */
final class RestoreCommand {
    private RestoreCommand() {}

    static LabCommand command(String name, IpFamily family) {
        return new LabCommand(
                name,
                name + " [-c] [-n] [-t] [-T TABLE] [FILE]",
                "makes tables of the text that " + name.replace("restore", "save") + " printed",
                name + " rules.v4",
                LabCommand.Extras.DOCUMENT,
                line -> read(line, family));
    }

    private static Action read(CommandLine line, IpFamily family) {
        IptablesRestore restore = Reading.value(IptablesRestore.read(line.source(), family, line.words()));
        if (restore.file().isPresent()) {
            Word file = restore.file().get();
            if (line.document().isPresent()) {
                throw line.problem(Code.SYNTAX, file, "either a file or a here-document");
            }
            return session -> fromFile(session, line, restore, file);
        }
        HereDocument document = line.document()
                .orElseThrow(() -> line.problem(
                        Code.MISSING_VALUE,
                        line.name(),
                        "there is nothing to restore from",
                        "write a file or <<'END'"));
        List<Restore> tables = Reading.value(placed(document, restore.tables(text(line, document))));
        return session -> run(session, line, restore, tables);
    }

    private static SourceText text(CommandLine line, HereDocument document) {
        return new SourceText(line.source().name(), document.text());
    }

    /** Problems within the document with their places in the lab. */
    private static <T> Parsed<T> placed(HereDocument document, Parsed<T> parsed) {
        int lines = document.firstLine() - 1;
        List<Diagnostic> moved =
                parsed.diagnostics().stream().map(d -> moved(d, lines)).toList();
        return new Parsed<>(parsed.value(), moved);
    }

    private static Diagnostic moved(Diagnostic d, int lines) {
        Span span =
                new Span(d.span().line() + lines, d.span().column(), d.span().length());
        return new Diagnostic(d.code(), d.source(), span, d.lineText(), d.message(), d.hint());
    }

    private static Optional<Diagnostic> fromFile(
            Session session, CommandLine line, IptablesRestore restore, Word file) {
        Outcome<String> text = session.files().read(file.text());
        if (text.refusal().isPresent()) {
            return Optional.of(line.diagnostic(
                    Code.REFUSED,
                    file,
                    "Can't open " + file.text() + ": " + text.refusal().get()));
        }
        Parsed<List<Restore>> tables = restore.tables(new SourceText(file.text(), text.orElseThrow()));
        return tables.ok()
                ? run(session, line, restore, tables.orElseThrow())
                : Optional.of(tables.diagnostics().get(0));
    }

    private static Optional<Diagnostic> run(
            Session session, CommandLine line, IptablesRestore restore, List<Restore> tables) {
        for (Restore table : tables) {
            IptablesCommands.open(session, line.namespace(), restore.family(), table.table());
            Optional<Diagnostic> refusal = restore.testing()
                    ? Optional.empty()
                    : IptablesCommands.change(session, line, restore.family(), table);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }
}
