package nfstep.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nfstep.event.ChainRef;
import nfstep.packet.IpFamily;
import nfstep.parse.iptables.IptablesSave;
import nfstep.rules.Backend;
import nfstep.rules.TableName;
import nfstep.state.ConnectionList;
import nfstep.state.World;
import nfstep.trace.NftTrace;
import nfstep.trace.Position;
import nfstep.trace.RuleLine;
import nfstep.trace.TraceLog;
import nfstep.trace.Walk;

/**
 * What the model says of a walk that a kernel can say too.
 *
 * @param stacks the connections that real TCP stacks talk on, as {@link Logged#connection} names them
 */
record ModelRun(Walk walk, List<Task> tasks, Backend backend, List<TraceLog.Line> lines, Set<String> stacks) {
    private static final int IPV4 = 2;

    /**
     * A line as it is compared.
     *
     * @param event of the model, from which it comes
     */
    record Line(int event, String compared) {}

    /** The model's side of a walk. */
    static ModelRun of(Walk walk, List<Task> tasks, Backend backend) {
        List<TraceLog.Line> lines = new ArrayList<>();
        Consumer<TraceLog.Line> asked = line -> {
            if (!Logged.isUnasked(line.text())) {
                lines.add(line);
            }
        };
        if (backend == Backend.LEGACY) {
            TraceLog.of(walk, asked);
        } else {
            NftTrace.of(walk, asked);
        }
        Set<String> stacks = new TreeSet<>();
        for (TraceLog.Line line : lines) {
            if (task(tasks, line.event()).filter(Task::usesStacks).isPresent()) {
                Logged.connection(line.text()).ifPresent(stacks::add);
            }
        }
        return new ModelRun(walk, tasks, backend, lines, stacks);
    }

    private static Optional<Task> task(List<Task> tasks, int event) {
        int number = number(tasks, event);
        return number < 0 ? Optional.empty() : Optional.of(tasks.get(number));
    }

    private static int number(List<Task> tasks, int event) {
        int last = -1;
        for (int i = 0; i < tasks.size(); i++) {
            if (tasks.get(i).event() <= event) {
                last = i;
            }
        }
        return last;
    }

    /** The number of the task during which an event of the model came, -1 before all of them. */
    int taskOf(int event) {
        return number(tasks, event);
    }

    /** The same without what the kernel cannot show: the policy of a chain that iptables-nft did not make, for want of need. */
    ModelRun shownBy(KernelLog log) {
        if (backend == Backend.LEGACY) {
            return this;
        }
        List<TraceLog.Line> shown = lines.stream()
                .filter(line -> isShown(line, log, number(tasks, line.event())))
                .toList();
        return new ModelRun(walk, tasks, backend, shown, stacks);
    }

    private static boolean isShown(TraceLog.Line line, KernelLog log, int task) {
        String[] place = line.place().split(":", -1);
        return !line.place().contains(":policy:1:ACCEPT")
                || log.hadChain(line.namespace(), NftChains.path(IPV4, place[0], place[1]), task);
    }

    Set<String> namespaces() {
        return lines.stream().map(TraceLog.Line::namespace).collect(Collectors.toCollection(TreeSet::new));
    }

    int lastEvent() {
        return walk.size() - 1;
    }

    /** The virtual time that the walk took. */
    long nanos() {
        return walk.end().world().now();
    }

    /** The lines of a namespace that a kernel repeats exactly. */
    List<Line> exact(String namespace) {
        return lines.stream()
                .filter(l -> l.namespace().equals(namespace) && !isOfStack(l.text()))
                .map(l -> new Line(l.event(), Logged.exact(l.text())))
                .toList();
    }

    /** Those of the kernel's lines that are compared exactly. */
    List<KernelLog.Line> exactOf(List<KernelLog.Line> kernel) {
        return kernel.stream()
                .filter(l -> !Logged.isUnasked(l.text()) && !isOfStack(l.text()))
                .map(l -> new KernelLog.Line(l.task(), Logged.exact(l.text())))
                .toList();
    }

    /** The lines of a namespace that come from real TCP stacks. */
    List<Line> ofStacks(String namespace) {
        return lines.stream()
                .filter(l -> l.namespace().equals(namespace) && isOfStack(l.text()))
                .map(l -> new Line(l.event(), Logged.ofStack(l.text())))
                .toList();
    }

    /** Those of the kernel's lines that come from real TCP stacks. */
    List<KernelLog.Line> ofStacksOf(List<KernelLog.Line> kernel) {
        return kernel.stream()
                .filter(l -> isOfStack(l.text()))
                .map(l -> new KernelLog.Line(l.task(), Logged.ofStack(l.text())))
                .toList();
    }

    /** The event that begins the command during which the kernel said something. */
    int eventOf(KernelLog.Line line) {
        return line.task() < tasks.size() ? tasks.get(line.task()).event() : lastEvent();
    }

    private boolean isOfStack(String line) {
        return Logged.connection(line).filter(stacks::contains).isPresent();
    }

    /** The connections of a namespace at the end. */
    List<Listed> connections(String namespace) {
        return Listed.of(ConnectionList.of(walk.end().world(), namespace));
    }

    /** The rules of a namespace at the end, as {@code iptables-save -c} prints them. */
    String rules(String namespace, IpFamily family) {
        return new IptablesSave(family, Optional.empty(), true)
                .print(walk.end().world().netfilter(namespace));
    }

    /** A difference at an event; the remark is the rule that the kernel's line or else the model's names. */
    Difference difference(int event, String namespace, Optional<String> model, Optional<String> kernel) {
        String command = task(tasks, event).map(Task::text).orElse("");
        World world = walk.at(Position.of(event)).before().world();
        String remark = kernel.or(() -> model)
                .flatMap(line -> rule(world, namespace, line))
                .orElse("");
        return new Difference(event, namespace, command, model, kernel, remark);
    }

    private static Optional<String> rule(World world, String namespace, String line) {
        String[] place = line.split(" ", 3)[1].split(":", -1);
        if (place.length < 4 || world.network().find(namespace).isEmpty()) {
            return Optional.empty();
        }
        IpFamily family = line.contains(" SRC=") && line.matches(".* SRC=\\S*:.*") ? IpFamily.IPV6 : IpFamily.IPV4;
        return TableName.of(place[0])
                .flatMap(table -> RuleLine.find(
                        world, namespace, new ChainRef(family, table, place[1]), Integer.parseInt(place[3])))
                .map(r -> "rule " + r.number() + " of " + r.chain().path() + ": " + r.text());
    }
}
