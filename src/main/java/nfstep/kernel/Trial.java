package nfstep.kernel;

import java.util.List;
import java.util.Optional;
import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.lab.command.LabFiles;
import nfstep.lab.fuzz.Draft;
import nfstep.rules.Backend;
import nfstep.source.SourceText;
import nfstep.trace.Walk;

/**
 * A lab of the generator on both sides.
 *
 * <p>A kernel takes time for its commands, and a flow that lasts two seconds of it is another one than a flow that lasts
 * none ({@code nf_conntrack_udp_packet}). So a difference counts only if the model differs, too, when each of its commands
 * begins at the moment at which the kernel began it.
 */
final class Trial {
    private static final String NAME = "fuzz.lab";

    private Trial() {}

    /** What came out; nothing if the model refuses a part of the lab, as it may once commands are left out. */
    static Optional<Verification> of(Draft draft, Laboratory laboratory) throws KernelUnavailable {
        Optional<Lab> lab = Lab.parse(new SourceText(NAME, draft.text())).value();
        Optional<Walk> walk = lab.flatMap(l -> walk(l, laboratory.backend()));
        return walk.isPresent() ? Optional.of(of(lab.get(), walk.get(), laboratory)) : Optional.empty();
    }

    private static Verification of(Lab lab, Walk walk, Laboratory laboratory) throws KernelUnavailable {
        List<Task> tasks = TaskList.of(walk);
        KernelRun kernel =
                laboratory.run(tasks, walk.end().world().network().byName().keySet());
        Verification verification = Comparison.of(ModelRun.of(walk, tasks, laboratory.backend()), kernel);
        if (verification.agrees() || tasks.size() != lab.steps().size()) {
            return verification;
        }
        LabRun timed = new LabRun(lab, LabFiles.NONE, laboratory.backend());
        timed.finishAt(kernel.begun());
        List<Task> later = TaskList.of(timed.walk());
        return Comparison.of(ModelRun.of(timed.walk(), later, laboratory.backend()), kernel);
    }

    private static Optional<Walk> walk(Lab lab, Backend backend) {
        LabRun run = new LabRun(lab, LabFiles.NONE, backend);
        boolean whole = run.finish().isEmpty() && !run.walk().isEmpty();
        return whole ? Optional.of(run.walk()) : Optional.empty();
    }

    /** The first difference, if there is one. */
    static Optional<Difference> difference(Draft draft, Laboratory laboratory) throws KernelUnavailable {
        return of(draft, laboratory).flatMap(Verification::first);
    }
}
