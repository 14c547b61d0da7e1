package nfstep.kernel;

import java.util.List;
import java.util.Optional;
import nfstep.rules.Backend;
import nfstep.trace.Walk;

/**
 * How far a walk is what this machine's kernel does.
 *
 * @param backend what carried out the commands of iptables
 * @param release of the kernel, as {@code uname -r} prints it
 * @param agreed how many observable events both sides have
 * @param total how many observable events either side has
 * @param differences in the order of the model's events
 */
public record Verification(Backend backend, String release, int agreed, int total, List<Difference> differences) {
    public Verification {
        differences = List.copyOf(differences);
    }

    /**
     * Carries out the commands of a walk on this machine's kernel, in namespaces of their own, and compares.
     *
     * @throws KernelUnavailable if it cannot be run here
     */
    public static Verification of(Walk walk, Backend backend) throws KernelUnavailable {
        List<Task> tasks = TaskList.of(walk);
        KernelRun kernel =
                KernelRun.of(tasks, walk.end().world().network().byName().keySet(), backend);
        return Comparison.of(ModelRun.of(walk, tasks, backend), kernel);
    }

    /** Whether nothing differs. */
    public boolean agrees() {
        return differences.isEmpty();
    }

    /** The difference that comes first. */
    public Optional<Difference> first() {
        return differences.stream().findFirst();
    }

    /** Such as {@code 31 of 31 observable events agree with Linux 6.18.44 (iptables-legacy)}. */
    public String sentence() {
        int dash = release.indexOf('-');
        String kernel = dash < 0 ? release : release.substring(0, dash);
        return agreed + " of " + total + " observable events agree with Linux " + kernel + " (" + backend.program()
                + ")";
    }
}
