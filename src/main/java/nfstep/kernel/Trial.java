package nfstep.kernel;

import java.util.Optional;
import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.lab.command.LabFiles;
import nfstep.lab.fuzz.Draft;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.trace.Walk;

/** A lab of the generator on both sides. */
final class Trial {
    private static final String NAME = "fuzz.lab";

    private Trial() {}

    /** What came out; nothing if the model refuses a part of the lab, as it may once commands are left out. */
    static Optional<Verification> of(Draft draft) throws KernelUnavailable {
        Optional<Walk> walk = walk(draft);
        return walk.isPresent() ? Optional.of(Verification.of(walk.get())) : Optional.empty();
    }

    private static Optional<Walk> walk(Draft draft) {
        Parsed<Lab> lab = Lab.parse(new SourceText(NAME, draft.text()));
        if (!lab.ok()) {
            return Optional.empty();
        }
        LabRun run = new LabRun(lab.orElseThrow(), LabFiles.NONE);
        boolean whole = run.finish().isEmpty() && !run.walk().isEmpty();
        return whole ? Optional.of(run.walk()) : Optional.empty();
    }

    /** The first difference, if there is one. */
    static Optional<Difference> difference(Draft draft) throws KernelUnavailable {
        return of(draft).flatMap(Verification::first);
    }
}
