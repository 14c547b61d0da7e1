package nfstep.cli;

import java.util.List;
import nfstep.debugger.Session;
import nfstep.lab.LabRun;
import nfstep.source.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What a name on the command line led to.
 *
 * @param lab the lab that ran, alive; null for a recorded walk
 * @param stopped why the lab stopped before its end: at most one
 * @param failures expectations that did not hold
 */
record Opened(Session session, @Nullable LabRun lab, List<Diagnostic> stopped, List<Diagnostic> failures) {
    Opened {
        stopped = List.copyOf(stopped);
        failures = List.copyOf(failures);
    }

    /** A walk that was recorded. */
    static Opened recorded(Session session) {
        return new Opened(session, null, List.of(), List.of());
    }
}
