package nfstep.kernel;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Compares command by command what connection tracking tells of connections, as {@code conntrack -E} prints it. */
record ConnectionComparison(ModelRun model, KernelRun kernel, DrawnPorts ports, Tally tally, TableChanges changes) {
    private static final long SECOND = 1_000_000_000L;

    /** That of a walk. */
    static ConnectionComparison of(ModelRun model, KernelRun kernel, DrawnPorts ports, Tally tally) {
        long slack = Math.max(0, kernel.nanos() - model.nanos()) + SECOND;
        return new ConnectionComparison(model, kernel, ports, tally, TableChanges.of(model.walk(), slack));
    }

    /** Compares what is told in one namespace. */
    void compare(String namespace) {
        if (!changes.isChosen(namespace)) {
            List<KernelLog.Line> theirs = new ArrayList<>(kernel.log().connections(namespace));
            theirs.removeIf(line -> new Listed(0, line.text()).isUnasked());
            List<TableChange> ours = changes.in(namespace);
            ours.forEach(change -> find(change, theirs));
            theirs.removeIf(line -> ours.stream().anyMatch(change -> mayTell(change, line)));
            theirs.forEach(line -> tally.differ(
                    1, model.difference(model.eventOf(line), namespace, Optional.empty(), Optional.of(line.text()))));
        }
    }

    private void find(TableChange change, List<KernelLog.Line> theirs) {
        int task = model.taskOf(change.event());
        for (Iterator<KernelLog.Line> lines = theirs.iterator(); lines.hasNext(); ) {
            KernelLog.Line line = lines.next();
            if (line.task() == task && ports.same(change.line(), line.text())) {
                lines.remove();
                tally.agreeAt(change.event());
                return;
            }
        }
        if (change.isTimely()) {
            tally.differ(
                    1,
                    model.difference(change.event(), change.namespace(), Optional.of(change.line()), Optional.empty()));
        }
    }

    private boolean mayTell(TableChange change, KernelLog.Line line) {
        return !change.isTimely() && ports.same(change.line(), line.text());
    }
}
