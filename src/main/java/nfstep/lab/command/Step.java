package nfstep.lab.command;

import java.util.Optional;
import nfstep.event.CommandEvent;
import nfstep.host.Network;
import nfstep.parse.Word;
import nfstep.source.Diagnostic;

/** A command that was read: who reads it, where it runs, what it does. */
public record Step(CommandLine line, LabCommand command, Action action) {
    /** Carries it out; the answer says why it was refused, if it was. */
    public Optional<Diagnostic> run(Session session) {
        if (command.name().equals(ExpectCommand.NAME)) {
            session.ran(line.line().text());
            return action.run(session);
        }
        session.recent().begin();
        return session.settle(runWithin(session));
    }

    /** Carries it out as a part of the command that runs. */
    Optional<Diagnostic> runWithin(Session session) {
        session.emit(new CommandEvent.CommandStarted(
                line.source().name(), line.line().line(), line.namespace(), text()));
        session.ran((command.isLowered() ? "# " : "") + line.line().text());
        Optional<Diagnostic> own = missingNamespace(session).or(() -> action.run(session));
        session.finish();
        Optional<Diagnostic> misfit =
                session.run().misfit().map(m -> session.chosen().refusal(m, line));
        Optional<Diagnostic> refusal = own.or(() -> misfit);
        boolean told =
                session.recent().all(CommandEvent.Refused.class).findAny().isPresent();
        if (refusal.isPresent() && !told) {
            session.emit(new CommandEvent.Refused(refusal.get().message()));
        }
        return refusal;
    }

    /** Whether the command behind it must be refused. */
    public boolean awaitsRefusal() {
        return ExpectCommand.awaitsRefusal(line);
    }

    private Optional<Diagnostic> missingNamespace(Session session) {
        Network network = session.world().network();
        if (network.find(line.namespace()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(NamespacePrefix.missing(line, network));
    }

    /** The command without {@code ip netns exec NS}, which the event says otherwise. */
    private String text() {
        Word first = line.words().get(0);
        int start = line.line().place().column();
        boolean sameLine = line.line().assignments().isEmpty()
                && first.span().line() == line.line().place().line();
        return sameLine && first.span().column() > start
                ? line.line().text().substring(first.span().column() - start)
                : line.line().text();
    }
}
