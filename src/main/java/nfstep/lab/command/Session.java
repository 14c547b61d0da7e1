package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.engine.LocalOutput;
import nfstep.engine.MasqueradeWatch;
import nfstep.engine.Run;
import nfstep.engine.endpoint.Endpoints;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.event.EventSink;
import nfstep.host.Listener;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.lab.docker.DockerState;
import nfstep.packet.Packet;
import nfstep.parse.ip.NetworkEditText;
import nfstep.source.Diagnostic;
import nfstep.source.Outcome;
import nfstep.state.Change;
import nfstep.state.World;

/** What the commands of one lab share: the world, what happened of late, what runs beside them. */
public final class Session {
    /** All draws of a walk come from this number, so that the same lab gives the same walk everywhere. */
    public static final long SEED = 1;

    private final Run run;
    private final EventSink sink;
    private final LabFiles files;
    private final Recent recent = new Recent();
    private final Captures captures = new Captures();
    private final SingleServers singleServers = new SingleServers();
    private final List<Diagnostic> failures = new ArrayList<>();
    private final List<String> expanded = new ArrayList<>();
    private final ChosenWords chosen = new ChosenWords();
    private DockerState docker = DockerState.OFF;
    private Optional<Awaited> awaited = Optional.empty();

    /** A session that begins with that bare machine; its events go to the sink. */
    public Session(World world, LabFiles files, EventSink sink) {
        this.files = files;
        this.sink = sink;
        this.run = new Run(world, SEED, new Endpoints(), new Listening());
    }

    /** Hands events on, and lets captures see them. */
    private final class Listening implements EventSink {
        @Override
        public void accept(Event event) {
            accept(event, run.world());
        }

        @Override
        public void accept(Event event, World after) {
            sink.accept(event, after);
            recent.add(event);
            captures.see(event, run);
            singleServers.see(event);
        }
    }

    /** The world as it is now. */
    public World world() {
        return run.world();
    }

    /** What failed expectations say. */
    public List<Diagnostic> failures() {
        return List.copyOf(failures);
    }

    /** What the lab chose for draws that nobody made. */
    public List<Diagnostic> neverDrawn() {
        return chosen.left(world().draws());
    }

    /** The commands that ran, one a line. */
    public List<String> expanded() {
        return List.copyOf(expanded);
    }

    void ran(String text) {
        expanded.add(text);
    }

    /** Lets virtual time pass, in nanoseconds. */
    public void pass(long nanos) {
        run.pass(nanos);
    }

    Run run() {
        return run;
    }

    Recent recent() {
        return recent;
    }

    ChosenWords chosen() {
        return chosen;
    }

    Captures captures() {
        return captures;
    }

    DockerState docker() {
        return docker;
    }

    void docker(DockerState state) {
        docker = state;
    }

    LabFiles files() {
        return files;
    }

    Namespace namespace(String name) {
        return world().network().namespace(name);
    }

    void emit(Event event) {
        run.emit(event);
    }

    /** Prints, if there is something to print. */
    void print(String text) {
        if (!text.isEmpty()) {
            emit(new CommandEvent.Printed(text));
        }
    }

    /** Changes the network, or says why that is refused. */
    Optional<String> change(NetworkEdit edit) {
        Network before = world().network();
        Outcome<Network> outcome = edit.applyTo(before);
        outcome.value().ifPresent(after -> {
            World changed = new Change.NetworkEdited(edit).leading(world(), after);
            run.emit(new CommandEvent.NetworkChanged(edit, NetworkEditText.print(edit)), changed);
            MasqueradeWatch.follow(run, before);
        });
        return outcome.refusal();
    }

    /** A server ends with its first connection. */
    void oneConnection(String namespace, Listener listener) {
        singleServers.add(namespace, listener);
    }

    /** What is still to be done when a command is over. */
    void finish() {
        run.drain();
        singleServers.settle(this);
    }

    /** Sends a packet and lets everything happen that comes of it at once. */
    void send(String namespace, Packet packet, LocalOutput.Sending how) {
        LocalOutput.send(run, namespace, packet, how);
        run.drain();
    }

    /** Notes whether an expectation holds. */
    void expected(CommandLine line, String text, Verdict verdict) {
        emit(new CommandEvent.Expected(text, verdict.holds(), verdict.detail()));
        if (!verdict.holds()) {
            failures.add(line.refusal("not as expected: " + text).hinting(verdict.detail()));
        }
    }

    /** The next command must be refused. */
    void awaitRefusal(Awaited refusal) {
        awaited = Optional.of(refusal);
    }

    /** What is left of a refusal once it was compared with the one that was awaited. */
    Optional<Diagnostic> settle(Optional<Diagnostic> refusal) {
        if (awaited.isEmpty()) {
            return refusal;
        }
        Awaited wanted = awaited.get();
        awaited = Optional.empty();
        String seen = refusal.map(Diagnostic::message).orElse("the command was not refused");
        boolean holds = refusal.isPresent() && seen.contains(wanted.part());
        expected(wanted.line(), wanted.text(), new Verdict(holds, seen));
        return Optional.empty();
    }

    /** A refusal that an {@code expect error} line awaits. */
    record Awaited(CommandLine line, String text, String part) {}

    /** Whether an expectation holds, and what was seen. */
    record Verdict(boolean holds, String detail) {}
}
