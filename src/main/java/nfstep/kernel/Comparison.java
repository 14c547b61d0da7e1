package nfstep.kernel;

import java.util.Optional;
import java.util.TreeSet;

/** Compares what the model says of a walk with what the kernel said. */
final class Comparison {
    private Comparison() {}

    /** What came out. */
    static Verification of(ModelRun whole, KernelRun kernel) {
        ModelRun model = whole.shownBy(kernel.log());
        DrawnPorts ports = DrawnPorts.of(model.walk());
        Tally tally = new Tally();
        commands(model, kernel, tally);
        TraceComparison traces = new TraceComparison(model, kernel, ports, tally);
        var namespaces = new TreeSet<>(model.namespaces());
        namespaces.addAll(kernel.log().namespaces());
        namespaces.forEach(traces::compare);
        ConnectionComparison connections = ConnectionComparison.of(model, kernel, ports, tally);
        kernel.log().telling().forEach(connections::compare);
        EndComparison ends = new EndComparison(model, kernel, ports, tally);
        kernel.ends().keySet().forEach(ends::compare);
        return tally.result(model, kernel.log().release());
    }

    /** A command is refused on both sides or on none; refusals are what can be seen. */
    private static void commands(ModelRun model, KernelRun kernel, Tally tally) {
        for (int i = 0; i < model.tasks().size(); i++) {
            Task task = model.tasks().get(i);
            Answer answer = kernel.answers().get(i);
            boolean refused = answer.status() != 0;
            if (answer.status() == Answer.IMPOSSIBLE || (task.decides() && refused != task.refused())) {
                tally.differ(1, refusal(task, answer));
            } else if (task.decides() && refused) {
                tally.agreeAt(task.event());
            } else if (task.told().isPresent()) {
                told(task, task.told().get(), answer.err().strip(), tally);
            }
        }
    }

    /** A sender is told the same: that there is no route, that a rule drops the packet. */
    private static void told(Task task, String ours, String said, Tally tally) {
        if (!ours.equals(said)) {
            tally.differ(1, new Difference(task.event(), task.namespace(), task.text(), text(ours), text(said), ""));
        } else if (!ours.isEmpty()) {
            tally.agreeAt(task.event());
        }
    }

    private static Optional<String> text(String told) {
        return told.isEmpty() ? Optional.empty() : Optional.of("the sender is told: " + told);
    }

    private static Difference refusal(Task task, Answer answer) {
        String said = answer.status() == 0
                ? "not refused"
                : "refused: " + answer.err().strip();
        String ours = task.refused() ? "refused" : "not refused";
        return new Difference(task.event(), task.namespace(), task.text(), Optional.of(ours), Optional.of(said), "");
    }
}
