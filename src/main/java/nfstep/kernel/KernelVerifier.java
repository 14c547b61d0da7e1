package nfstep.kernel;

import nfstep.debugger.Verifier;
import nfstep.rules.Backend;
import nfstep.source.Outcome;
import nfstep.trace.Check;
import nfstep.trace.Progress;
import nfstep.trace.Walk;

/** Asks this machine's kernel. */
public final class KernelVerifier implements Verifier {
    @Override
    public Outcome<Check> verify(Walk walk, Backend backend, Progress progress) {
        try {
            return Outcome.done(Verification.of(walk, backend, progress).check());
        } catch (KernelUnavailable e) {
            return Outcome.refused("this cannot be verified here: " + e.reason());
        }
    }
}
