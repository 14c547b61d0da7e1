package nfstep.debugger;

import java.util.List;
import java.util.Optional;
import nfstep.source.Diagnostic;
import nfstep.source.Outcome;
import nfstep.trace.Progress;
import nfstep.trace.Walk;

/** A lab that is alive: one more command can be run behind its end. */
public interface LabSession {
    /** The walk so far. */
    Walk walk();

    /** Whether a part of the lab is still to run, as behind its first packet. */
    boolean goesOn();

    /** Runs that part. The answer says why it stopped before the end, and which of its expectations did not hold. */
    List<Diagnostic> finish(Progress progress);

    /** Runs one line of the lab language; the walk grows by what it brings. The answer says what was wrong with it. */
    Optional<Diagnostic> run(String line, Progress progress);

    /** Brings the lab of a recorded walk to life. */
    interface Source {
        /** Whether the lab language has a command of that name. */
        boolean knows(String word);

        /**
         * Runs the walk's lab again and checks that the events are the recorded ones; where they are not, the refusal says
         * at which step this version of nfstep differs.
         */
        Outcome<LabSession> revive(Walk recorded, Progress progress);
    }
}
