package nfstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nfstep.debugger.Opening;
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
 * @param proposal a command to begin with, empty for none
 */
record Opened(
        Session session, @Nullable LabRun lab, List<Diagnostic> stopped, List<Diagnostic> failures, String proposal) {
    Opened {
        stopped = List.copyOf(stopped);
        failures = List.copyOf(failures);
    }

    /** How a program ends that did nothing but open it. */
    int exit() {
        if (!stopped.isEmpty()) {
            return Exit.INPUT;
        }
        return failures.isEmpty() ? Exit.FINE : Exit.FAILED;
    }

    /** For a user who goes on from here. */
    Opening opening() {
        List<Diagnostic> remarks = new ArrayList<>(stopped);
        remarks.addAll(failures);
        return new Opening(session, remarks, proposal);
    }

    /** Why a lab stopped before its end, and which of its expectations did not hold. */
    static List<Diagnostic> remarks(LabRun lab) {
        return Stream.concat(lab.stopped().stream(), lab.failures().stream()).toList();
    }

    /** A walk that was recorded. */
    static Opened recorded(Session session) {
        return new Opened(session, null, List.of(), List.of(), "");
    }
}
