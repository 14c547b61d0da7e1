package nfstep.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nfstep.rules.Backend;
import nfstep.trace.Progress;

/** Carries out labs one after the other in one sandbox, which saves the time of making one for each of them. */
final class Laboratory implements AutoCloseable {
    private final Backend backend;
    private Optional<Sandbox> sandbox = Optional.empty();

    /** One whose kernel carries out the commands of iptables so. */
    Laboratory(Backend backend) {
        this.backend = backend;
    }

    Backend backend() {
        return backend;
    }

    /** What the kernel does with the tasks; a sandbox in which that failed is not used again. */
    KernelRun run(List<Task> tasks, Collection<String> namespaces) throws KernelUnavailable {
        Sandbox used = sandbox.isPresent() ? sandbox.get() : Sandbox.open(backend);
        sandbox = Optional.of(used);
        try {
            return KernelRun.of(used, tasks, namespaces, Progress.UNWATCHED);
        } catch (KernelUnavailable e) {
            close();
            throw e;
        }
    }

    /** Ends everything that runs in it; a lab that is carried out later has a sandbox of its own. */
    @Override
    public void close() {
        sandbox.ifPresent(Sandbox::close);
        sandbox = Optional.empty();
    }
}
