package nfstep.debugger;

import nfstep.rules.Backend;
import nfstep.source.Outcome;
import nfstep.trace.Check;
import nfstep.trace.Progress;
import nfstep.trace.Walk;

/** Asks a kernel whether it does the same. */
public interface Verifier {
    /** Where there is none. */
    Verifier NONE = (walk, backend, progress) -> Outcome.refused("no kernel is asked here");

    /**
     * Carries out the commands of a walk on a kernel and compares; takes seconds. The refusal says what is missing.
     *
     * @throws Progress.Interrupted if it is to end before
     */
    Outcome<Check> verify(Walk walk, Backend backend, Progress progress);
}
