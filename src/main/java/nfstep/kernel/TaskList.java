package nfstep.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.event.PathEvent;
import nfstep.lab.command.CommandLine;
import nfstep.lab.command.Commands;
import nfstep.lab.command.Step;
import nfstep.parse.LabLine;
import nfstep.parse.ShellLexer;
import nfstep.parse.Word;
import nfstep.source.SourceText;
import nfstep.state.Change;
import nfstep.trace.Walk;

/** The commands of a walk as the sandbox carries them out, docker's as what they were lowered to. */
final class TaskList {
    private static final long PATIENCE = 30;
    private static final Set<String> NOT_DECIDING =
            Set.of("", "ping", "nc", "curl", "traceroute", "send", "fuser", "sleep", "random", "tcpdump");

    private final Walk walk;

    private TaskList(Walk walk) {
        this.walk = walk;
    }

    /** One task for each command that ran. */
    static List<Task> of(Walk walk) {
        TaskList list = new TaskList(walk);
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < walk.size(); i++) {
            if (walk.event(i) instanceof CommandEvent.CommandStarted started) {
                tasks.add(list.task(i, started));
            }
        }
        return tasks;
    }

    private Task task(int event, CommandEvent.CommandStarted started) {
        List<Event> events = events(event);
        boolean refused = events.stream().anyMatch(CommandEvent.Refused.class::isInstance);
        SourceText source = new SourceText(started.source(), started.text());
        Optional<LabLine> line =
                ShellLexer.read(source).value().filter(l -> !l.isEmpty()).map(l -> l.get(0));
        Optional<Step> step = line.flatMap(l -> read(new CommandLine(source, l, started.namespace(), l.words())));
        List<Request> requests = step.map(s -> requests(event, s, events)).orElse(List.of());
        boolean decides = step.filter(TaskList::decides).isPresent();
        Optional<String> program =
                step.filter(s -> !requests.isEmpty()).map(s -> s.command().name());
        Optional<String> told =
                requests.stream().anyMatch(Request::isRaw) ? Optional.of(told(events)) : Optional.empty();
        return new Task(event, started.namespace(), started.text(), program, requests, refused, decides, told);
    }

    private static String told(List<Event> events) {
        return events.stream()
                .filter(PathEvent.SenderTold.class::isInstance)
                .map(e -> ((PathEvent.SenderTold) e).error())
                .findFirst()
                .orElse("");
    }

    /** Also a command that cannot be read, if the kernel or its tools may refuse it as well. */
    private static Optional<Step> read(CommandLine line) {
        Optional<Step> read = Commands.read(line).value();
        return read.or(() -> Commands.readToBeRefused(line).value().filter(TaskList::decides));
    }

    private static boolean decides(Step step) {
        return !NOT_DECIDING.contains(step.command().name());
    }

    /** What happened from a command on to the next. */
    private List<Event> events(int from) {
        List<Event> events = new ArrayList<>();
        for (int i = from + 1; i < walk.size(); i++) {
            if (walk.event(i) instanceof CommandEvent.CommandStarted) {
                break;
            }
            events.add(walk.event(i));
        }
        return events;
    }

    private List<Request> requests(int event, Step step, List<Event> events) {
        CommandLine line = step.line();
        String namespace = line.namespace();
        List<String> words = line.words().stream().map(Word::text).toList();
        return switch (step.command().name()) {
            case "tcpdump", "dockerd", "docker", "expect", "clock", "random", "modprobe" -> List.of();
            case "sleep" -> List.of(Request.pause(seconds(events)));
            case "ping" -> List.of(run(line, withId(words, events), events));
            case "traceroute" -> List.of(run(line, numeric(words), events));
            case "send" -> List.of(new Sending(walk, event, step).request());
            case "nginx", "docker-proxy" -> List.of(Request.serve(namespace, words));
            case "fuser" -> List.of(fuser(namespace, words));
            case "nc", "curl" ->
                line.line().background() ? List.of(Request.serve(namespace, words)) : client(line, events);
            default -> List.of(run(line, words, events));
        };
    }

    /** The id of echo requests that the lab chose is that of the kernel's, too: ping(8), {@code -e}. */
    private static List<String> withId(List<String> words, List<Event> events) {
        List<String> all = new ArrayList<>(words);
        events.stream()
                .filter(CommandEvent.Booked.class::isInstance)
                .flatMap(event -> event.changes().stream())
                .filter(Change.SocketSet.class::isInstance)
                .map(change -> ((Change.SocketSet) change).socket().arriving().sourceKey())
                .findFirst()
                .filter(id -> isChosen(events))
                .ifPresent(id -> all.addAll(1, List.of("-e", Integer.toString(id))));
        return all;
    }

    private static boolean isChosen(List<Event> events) {
        return events.stream().filter(CommandEvent.Booked.class::isInstance).anyMatch(event -> event.changes().stream()
                .anyMatch(Change.DrawTaken.class::isInstance));
    }

    /** A lab has no name service: none is asked on the kernel's side, either. */
    private static List<String> numeric(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.add(1, "-n");
        return all;
    }

    private static Request fuser(String namespace, List<String> words) {
        String[] port = words.get(words.size() - 1).split("/", 2);
        return Request.fuser(namespace, port[1], port[0]);
    }

    private static Request run(CommandLine line, List<String> words, List<Event> events) {
        long nanos = nanos(events);
        String input = line.document().map(d -> d.text()).orElse("");
        return Request.run(line.namespace(), input, nanos / 1_000_000_000 + PATIENCE, words);
    }

    private static long nanos(List<Event> events) {
        return events.stream()
                .filter(CommandEvent.TimePassed.class::isInstance)
                .map(CommandEvent.TimePassed.class::cast)
                .mapToLong(t -> t.to() - t.from())
                .sum();
    }

    private static String seconds(List<Event> events) {
        return BigDecimal.valueOf(nanos(events), 9).toPlainString();
    }

    /** A client takes the port on the kernel that the model drew. */
    private static List<Request> client(CommandLine line, List<Event> events) {
        String namespace = line.namespace();
        List<String> words = line.words().stream().map(Word::text).toList();
        int port = Sending.firstPort(namespace, events).orElse(0);
        return List.of(Request.port(namespace, port), run(line, words, events), Request.port(namespace, 0));
    }
}
