package nfstep.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Compares command by command what connection tracking tells of connections, as {@code conntrack -E} prints it. */
record ConnectionComparison(ModelRun model, KernelRun kernel, DrawnPorts ports, Tally tally, TableChanges changes) {
    private static final Pattern ANSWERS = Pattern.compile(" \\[(?:UNREPLIED|ASSURED)]");
    private static final Pattern CHANGING = Pattern.compile(" mark=\\d+|(?<=\\d) [A-Z]\\w*(?= src=)");

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
            List<TableChange> left =
                    ours.stream().filter(change -> !isFound(change, theirs)).toList();
            theirs.removeIf(line -> left.stream().anyMatch(change -> mayTell(change, line)));
            left.stream().filter(TableChange::isTimely).forEach(change -> differ(change, theirs));
            theirs.forEach(line -> differ(model.eventOf(line), namespace, Optional.empty(), Optional.of(line.text())));
        }
    }

    private boolean isFound(TableChange change, List<KernelLog.Line> theirs) {
        boolean isFound = take(theirs, line -> isDuring(change, line) && ports.same(change.line(), line.text()))
                .isPresent();
        if (isFound) {
            tally.agreeAt(change.event());
        }
        return isFound;
    }

    /** Told late, it is told with what has become of the connection since then. */
    private boolean mayTell(TableChange change, KernelLog.Line line) {
        return !change.isTimely() && ports.same(lasting(change.line()), lasting(line.text()));
    }

    private static String lasting(String line) {
        String unanswered = ANSWERS.matcher(line).replaceAll("");
        return line.startsWith("[NEW]") ? CHANGING.matcher(unanswered).replaceAll("") : unanswered;
    }

    /** The kernel's side of it is what it told of the same kind during the same command. */
    private void differ(TableChange change, List<KernelLog.Line> theirs) {
        String kind = change.line().substring(0, change.line().indexOf(' '));
        Optional<KernelLog.Line> other =
                take(theirs, line -> isDuring(change, line) && line.text().startsWith(kind));
        differ(change.event(), change.namespace(), Optional.of(change.line()), other.map(KernelLog.Line::text));
    }

    private void differ(int event, String namespace, Optional<String> ours, Optional<String> theirs) {
        tally.differ(1, model.difference(event, namespace, ours, theirs));
    }

    private boolean isDuring(TableChange change, KernelLog.Line line) {
        return line.task() == model.taskOf(change.event());
    }

    private static Optional<KernelLog.Line> take(List<KernelLog.Line> lines, Predicate<KernelLog.Line> wanted) {
        Optional<KernelLog.Line> found = lines.stream().filter(wanted).findFirst();
        found.ifPresent(lines::remove);
        return found;
    }
}
