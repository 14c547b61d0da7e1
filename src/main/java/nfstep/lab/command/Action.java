package nfstep.lab.command;

import java.util.Optional;
import nfstep.source.Diagnostic;

/** What a command does once its turn comes. */
@FunctionalInterface
public interface Action {
    /** Does it; the answer says why it was refused, if it was. */
    Optional<Diagnostic> run(Session session);
}
