package nfstep.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nfstep.trace.Walk;

/** Compares what the model says of a walk with what the kernel said. */
final class Comparison {
    private final ModelRun model;
    private final KernelRun kernel;
    private final DrawnPorts ports;
    private final List<Difference> differences = new ArrayList<>();
    private int agreed;
    private int total;

    private Comparison(ModelRun model, KernelRun kernel) {
        this.model = model;
        this.kernel = kernel;
        this.ports = DrawnPorts.of(model.walk());
    }

    /** What came out. */
    static Verification of(Walk walk, List<Task> tasks, KernelRun kernel) {
        Comparison comparison = new Comparison(ModelRun.of(walk, tasks), kernel);
        comparison.commands();
        var namespaces = new TreeSet<>(comparison.model.namespaces());
        namespaces.addAll(kernel.log().namespaces());
        namespaces.forEach(comparison::trace);
        kernel.tables().keySet().forEach(comparison::table);
        comparison.differences.sort(Comparator.comparingInt(Difference::event));
        return new Verification(kernel.log().release(), comparison.agreed, comparison.total, comparison.differences);
    }

    /** A command is refused on both sides or on none; refusals are what can be seen. */
    private void commands() {
        for (int i = 0; i < model.tasks().size(); i++) {
            Task task = model.tasks().get(i);
            Answer answer = kernel.answers().get(i);
            boolean refused = answer.status() != 0;
            if (answer.status() == Answer.IMPOSSIBLE || (task.decides() && refused != task.refused())) {
                total++;
                String said = refused ? "refused: " + answer.err().strip() : "not refused";
                String ours = task.refused() ? "refused" : "not refused";
                differences.add(new Difference(
                        task.event(), task.namespace(), task.text(), Optional.of(ours), Optional.of(said), ""));
            } else if (task.decides() && refused) {
                total++;
                agreed++;
            }
        }
    }

    private void trace(String namespace) {
        List<ModelRun.Line> ours = model.exact(namespace);
        List<String> theirs = model.exactOf(kernel.log().trace(namespace));
        int same = 0;
        while (same < ours.size()
                && same < theirs.size()
                && ports.same(ours.get(same).compared(), theirs.get(same))) {
            same++;
        }
        total += Math.max(ours.size(), theirs.size());
        agreed += same;
        if (same < ours.size() || same < theirs.size()) {
            Optional<ModelRun.Line> line = same < ours.size() ? Optional.of(ours.get(same)) : Optional.empty();
            Optional<String> said = same < theirs.size() ? Optional.of(theirs.get(same)) : Optional.empty();
            int event = line.map(ModelRun.Line::event).orElse(model.lastEvent());
            differences.add(model.difference(event, namespace, line.map(ModelRun.Line::compared), said));
        }
        stacks(namespace);
    }

    /** Lines of real TCP stacks: each of the two sides says the same things, no matter how often. */
    private void stacks(String namespace) {
        List<ModelRun.Line> ours = model.ofStacks(namespace);
        TreeSet<String> theirs = new TreeSet<>(model.ofStacksOf(kernel.log().trace(namespace)));
        TreeSet<String> seen = new TreeSet<>();
        for (ModelRun.Line line : ours) {
            if (seen.add(line.compared())) {
                total++;
                if (theirs.remove(line.compared())) {
                    agreed++;
                } else {
                    differences.add(
                            model.difference(line.event(), namespace, Optional.of(line.compared()), Optional.empty()));
                }
            }
        }
        for (String line : theirs) {
            total++;
            differences.add(model.difference(model.lastEvent(), namespace, Optional.empty(), Optional.of(line)));
        }
    }

    private void table(String namespace) {
        long drift = Math.max(0, kernel.nanos() - model.nanos()) / 1_000_000_000L;
        List<Listed> ours = model.connections(namespace);
        List<Listed> theirs = new ArrayList<>(ModelRun.listed(kernel.tables().getOrDefault(namespace, List.of())));
        List<Listed> left = new ArrayList<>();
        for (Listed line : ours) {
            Optional<Listed> found = theirs.stream()
                    .filter(k -> k.admits(line, drift) && ports.same(line.text(), k.text()))
                    .findFirst();
            found.ifPresent(theirs::remove);
            if (found.isEmpty()) {
                left.add(line);
            }
        }
        total += Math.max(ours.size(), ours.size() - left.size() + theirs.size());
        agreed += ours.size() - left.size();
        if (!left.isEmpty() || !theirs.isEmpty()) {
            differences.add(model.tableDifference(namespace, left, theirs));
        }
    }
}
