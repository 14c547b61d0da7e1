package nfstep.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nfstep.event.Event;
import nfstep.event.EventSink;
import nfstep.event.PacketEvent;
import nfstep.lab.command.LabFiles;
import nfstep.lab.command.Session;
import nfstep.lab.command.Step;
import nfstep.parse.ShellLexer;
import nfstep.rules.Backend;
import nfstep.source.Diagnostic;
import nfstep.source.Outcome;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.state.World;
import nfstep.trace.Progress;
import nfstep.trace.Walk;
import nfstep.trace.WalkDiff;
import nfstep.trace.WalkRecorder;

/** A lab that is alive: its commands run one by one, and others may be added behind them. */
public final class LabRun {
    private final WalkRecorder recorder;
    private final Session session;
    private final List<Step> steps = new ArrayList<>();
    /** The rest of the lab. */
    private final LabReading unread;

    private String text;
    private final String name;
    private int next;
    private Optional<Diagnostic> stopped = Optional.empty();
    private Progress progress = Progress.UNWATCHED;
    private boolean hasPacket;

    /** A lab before its first command. */
    public LabRun(Lab lab, LabFiles files) {
        this(lab, files, Backend.LEGACY);
    }

    /** A lab before its first command, on a machine whose iptables is that one. */
    public LabRun(Lab lab, LabFiles files, Backend backend) {
        this(lab.source(), new LabReading(lab.source(), Collections.emptyIterator()), files, backend);
        this.steps.addAll(lab.steps());
    }

    private LabRun(SourceText source, LabReading unread, LabFiles files, Backend backend) {
        World world = World.initial(backend);
        this.recorder = new WalkRecorder(Walk.startingAt(source, world));
        this.session = new Session(world, files, new Watched());
        this.unread = unread;
        this.name = source.name();
        this.text = source.text();
    }

    /**
     * A lab before its first command that is known to be without mistakes, as the built-in ones are: a line is read when
     * its turn comes, so that the first packet does not wait for the last line.
     */
    public static LabRun known(SourceText source, LabFiles files) {
        return new LabRun(source, new LabReading(source, ShellLexer.ofKnown(source)), files, Backend.LEGACY);
    }

    /** This lab with somebody else who watches it. When that one interrupts a command, this lab is at an end. */
    public LabRun watchedBy(Progress other) {
        progress = other;
        return this;
    }

    /** Records what happens, and tells how much that is. */
    private final class Watched implements EventSink {
        @Override
        public void accept(Event event) {
            recorder.accept(event);
            see(event);
        }

        private void see(Event event) {
            hasPacket |= event instanceof PacketEvent packet && packet.beginsVisit();
            progress.at(recorder.walk().size(), "events");
        }

        @Override
        public void accept(Event event, World after) {
            recorder.accept(event, after);
            see(event);
        }
    }

    /** The walk up to the last command that ran. */
    public Walk walk() {
        return recorder.walk().withLab(new SourceText(name, text));
    }

    /** Runs the lab up to the first command that sends a packet, and that one; all of it if none does. */
    public void begin() {
        while (!isOver() && !hasPacket) {
            step();
        }
    }

    /** Whether nothing of the lab is left to run. */
    public boolean isOver() {
        return stopped.isPresent() || (next >= steps.size() && unread.isOver());
    }

    /** Runs what is left of the lab; stops at the first command that is refused and says why. */
    public Optional<Diagnostic> finish() {
        while (!isOver()) {
            step();
        }
        return stopped;
    }

    /**
     * Runs what is left of the lab, each command at its moment or, if the one before lasted longer, later. One that is
     * refused does not end it: at another moment it was not.
     *
     * @param begun nanoseconds of virtual time, one for each command that is left
     */
    public void finishAt(List<Long> begun) {
        for (long moment : begun) {
            long now = recorder.walk().end().world().now();
            session.pass(Math.max(0, moment - now));
            step();
        }
    }

    /** Why the lab stopped before its end, if it did. */
    public Optional<Diagnostic> stopped() {
        return stopped;
    }

    /** What the expectations say that did not hold; of a lab that ran to its end, also what it chose and nobody drew. */
    public List<Diagnostic> failures() {
        List<Diagnostic> failures = new ArrayList<>(session.failures());
        if (isOver() && stopped.isEmpty()) {
            failures.addAll(session.neverDrawn());
        }
        return failures;
    }

    /** The commands that ran, one a line, docker's as what they were lowered to. */
    public List<String> expanded() {
        return session.expanded();
    }

    private void read() {
        steps.add(unread.next().orElseThrow());
    }

    private Optional<Diagnostic> step() {
        if (next == steps.size()) {
            read();
        }
        Optional<Diagnostic> refusal = steps.get(next++).run(session);
        stopped = refusal;
        return refusal;
    }

    /** Runs one more line behind the end of the lab and makes it a part of the lab; the answer says what was wrong. */
    public Optional<Diagnostic> run(String line) {
        String longer = LabText.append(notRun(), line);
        Parsed<Lab> lab = Lab.parse(new SourceText(name, longer));
        if (!lab.ok()) {
            return Optional.of(lab.diagnostics().get(0));
        }
        List<Step> all = lab.orElseThrow().steps();
        int before = next;
        text = longer;
        steps.clear();
        steps.addAll(all);
        Optional<Diagnostic> refusal = Optional.empty();
        for (next = before; next < all.size() && refusal.isEmpty(); ) {
            refusal = step();
        }
        return refusal;
    }

    /** Runs a command that was read already behind the end of the lab; its place is the one in its own text. */
    public Optional<Diagnostic> run(Step more) {
        text = LabText.append(notRun(), more.line().line().text());
        steps.subList(next, steps.size()).clear();
        steps.add(more);
        return step();
    }

    /** The lab with the commands as comments that were not run because one before them was refused. */
    private String notRun() {
        while (!unread.isOver()) {
            read();
        }
        return next < steps.size()
                ? LabText.comment(text, steps.get(next).line().line().line())
                : text;
    }

    /**
     * Brings the lab of a recorded walk to life: runs it again and compares the events; the refusal says where they are
     * not the recorded ones.
     */
    public static Outcome<LabRun> revive(Walk recorded, LabFiles files, Progress progress) {
        Parsed<Lab> lab = Lab.parse(recorded.lab());
        if (!lab.ok()) {
            return Outcome.refused("the lab of this walk cannot be read: "
                    + lab.diagnostics().get(0).header());
        }
        LabRun run = new LabRun(lab.orElseThrow(), files).watchedBy(progress);
        while (run.next < run.steps.size() && run.recorder.walk().size() < recorded.size()) {
            run.step();
        }
        return WalkDiff.first(recorded, run.walk())
                .map(d -> Outcome.<LabRun>refused("this version of nfstep walks differently: " + d.sentence()))
                .orElseGet(() -> Outcome.done(run));
    }
}
