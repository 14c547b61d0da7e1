package nfstep.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Compares the lines of TRACE, namespace by namespace. */
record TraceComparison(ModelRun model, KernelRun kernel, DrawnPorts ports, Tally tally) {
    /** Compares those of one namespace. */
    void compare(String namespace) {
        exactly(namespace);
        stacks(namespace);
    }

    /** Line for line up to the first one that differs; what comes behind it cannot be compared. */
    private void exactly(String namespace) {
        List<ModelRun.Line> ours = model.exact(namespace);
        List<KernelLog.Line> theirs = model.exactOf(kernel.log().trace(namespace));
        int same = 0;
        while (same < ours.size()
                && same < theirs.size()
                && ports.same(ours.get(same).compared(), theirs.get(same).text())) {
            tally.agreeAt(ours.get(same).event());
            same++;
        }
        if (same < ours.size() || same < theirs.size()) {
            Optional<ModelRun.Line> line = at(ours, same);
            Optional<KernelLog.Line> said = at(theirs, same);
            int event = line.map(ModelRun.Line::event)
                    .orElseGet(() -> said.map(model::eventOf).orElse(model.lastEvent()));
            Difference difference = model.difference(
                    event, namespace, line.map(ModelRun.Line::compared), said.map(KernelLog.Line::text));
            tally.differ(Math.max(ours.size(), theirs.size()) - same, difference);
        }
    }

    private static <T> Optional<T> at(List<T> list, int index) {
        return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }

    /** Lines of real TCP stacks: each of the two sides says the same things, no matter how often. */
    private void stacks(String namespace) {
        List<KernelLog.Line> theirs =
                new ArrayList<>(model.ofStacksOf(kernel.log().trace(namespace)));
        TreeSet<String> seen = new TreeSet<>();
        TreeSet<String> agreed = new TreeSet<>();
        for (ModelRun.Line line : model.ofStacks(namespace)) {
            if (agreed.contains(line.compared())) {
                tally.alsoAt(line.event());
            } else if (seen.add(line.compared())) {
                if (theirs.removeIf(k -> k.text().equals(line.compared()))) {
                    agreed.add(line.compared());
                    tally.agreeAt(line.event());
                } else {
                    tally.differ(1, difference(line.event(), namespace, line.compared(), ""));
                }
            }
        }
        for (KernelLog.Line line : theirs) {
            if (seen.add(line.text())) {
                tally.differ(1, difference(model.eventOf(line), namespace, "", line.text()));
            }
        }
    }

    private Difference difference(int event, String namespace, String ours, String theirs) {
        return model.difference(event, namespace, said(ours), said(theirs));
    }

    private static Optional<String> said(String line) {
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }
}
