package nfstep.kernel;

import java.util.List;
import java.util.Optional;
import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.lab.command.LabFiles;
import nfstep.rules.Backend;
import nfstep.source.Diagnostic;
import nfstep.trace.Check;
import nfstep.trace.Progress;
import nfstep.trace.Walk;

/**
 * How far a walk is what this machine's kernel does.
 *
 * @param check what there is to keep of it
 * @param differences in the order of the model's events
 * @param stopped what made the lab end early with that backend, if something did
 */
public record Verification(Check check, List<Difference> differences, Optional<Diagnostic> stopped) {
    /** How often a kernel is asked whose chance is another one. */
    private static final int RUNS = 20;

    public Verification {
        differences = List.copyOf(differences);
    }

    /**
     * Carries out the commands of a walk on this machine's kernel, in namespaces of their own, and compares.
     *
     * @throws KernelUnavailable if it cannot be run here
     */
    public static Verification of(Walk walk, Backend backend) throws KernelUnavailable {
        return of(walk, backend, Progress.UNWATCHED);
    }

    /**
     * Carries out the commands of a lab with that backend, and compares with what the model of that backend does.
     *
     * @param shown the walk of the lab that was shown; it is compared itself if the lab cannot be run anew
     * @throws KernelUnavailable if it cannot be run here
     */
    public static Verification ofLab(Walk shown, LabFiles files, Backend backend) throws KernelUnavailable {
        Optional<Lab> lab = Lab.parse(shown.lab()).value();
        if (backend == shown.start().backend() || lab.isEmpty()) {
            return of(shown, backend);
        }
        LabRun run = new LabRun(lab.get(), files, backend);
        Optional<Diagnostic> stopped = run.finish();
        Verification verification = of(run.walk().isEmpty() ? shown : run.walk(), backend);
        return new Verification(verification.check, verification.differences, stopped);
    }

    /**
     * The same while somebody watches. Where the kernel decides by chance otherwise than the walk, it is asked again.
     *
     * @throws KernelUnavailable if it cannot be run here, or chance never was that of the walk
     * @throws Progress.Interrupted if it is to end before
     */
    static Verification of(Walk walk, Backend backend, Progress progress) throws KernelUnavailable {
        List<Task> tasks = TaskList.of(walk);
        ModelRun model = ModelRun.of(walk, tasks, backend);
        for (int run = 1; ; run++) {
            KernelRun kernel =
                    KernelRun.of(tasks, walk.end().world().network().byName().keySet(), backend, progress);
            Verification verification = Comparison.of(model, kernel);
            Optional<ChanceMet> chance =
                    verification.first().flatMap(d -> ChanceMet.first(walk).filter(met -> met.mayLeadTo(d)));
            if (chance.isEmpty()) {
                return verification;
            }
            if (run == RUNS) {
                throw new KernelUnavailable(chance.get().reason(run, verification));
            }
        }
    }

    /** Whether nothing differs. */
    public boolean agrees() {
        return differences.isEmpty();
    }

    /** The difference that comes first. */
    public Optional<Difference> first() {
        return differences.stream().findFirst();
    }

    /** What carried out the commands of iptables. */
    public Backend backend() {
        return check.backend();
    }

    /** The kernel, as {@code uname -r} prints it. */
    public String release() {
        return check.release();
    }

    /** How many observable events both sides have. */
    public int agreed() {
        return check.agreed();
    }

    /** How many observable events either side has. */
    public int total() {
        return check.total();
    }

    /** Such as {@code 31 of 31 observable events agree with Linux 6.18.44 (iptables-legacy)}. */
    public String sentence() {
        return check.sentence();
    }
}
