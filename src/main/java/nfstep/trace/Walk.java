package nfstep.trace;

import java.util.Optional;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.event.Focus;
import nfstep.event.PacketEvent;
import nfstep.event.RuleEvent;
import nfstep.source.SourceText;
import nfstep.state.Change;
import nfstep.state.World;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A recorded walk: the lab that it came from, the world that it began with, and its events. Immutable; a longer walk
 * shares everything with the one that it continues. Between checkpoints, moments are made again from the events.
 */
public final class Walk {
    /** The longest stretch of events without a checkpoint: more would cost more than 5 ms where each inserts a connection. */
    static final int STRETCH = 128;

    private record Entry(Event event, long firstStep) {}

    private record Checkpoint(int event, Moment before) {}

    private final SourceText lab;
    private final World start;
    private final PVector<Entry> entries;
    private final PVector<Checkpoint> checkpoints;
    private final Moment end;

    private Walk(SourceText lab, World start, PVector<Entry> entries, PVector<Checkpoint> checkpoints, Moment end) {
        this.lab = lab;
        this.start = start;
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.end = end;
    }

    /** A walk without an event. */
    public static Walk startingAt(SourceText lab, World start) {
        return new Walk(lab, start, TreePVector.empty(), TreePVector.empty(), new Moment(start, Focus.START));
    }

    /** The lab that the walk came from. */
    public SourceText lab() {
        return lab;
    }

    /** The world that it began with. */
    public World start() {
        return start;
    }

    /** The world and the place at its end. */
    public Moment end() {
        return end;
    }

    /** This walk as if it came from another text, as after a command that was added to the lab. */
    public Walk withLab(SourceText other) {
        return new Walk(other, start, entries, checkpoints, end);
    }

    /** This walk with one more event. */
    public Walk append(Event event) {
        return append(event, Change.applyAll(event.changes(), end.world()));
    }

    /** This walk with one more event that led to that world. */
    public Walk append(Event event, World after) {
        PVector<Checkpoint> points = isCheckpoint(event) ? checkpoints.plus(new Checkpoint(size(), end)) : checkpoints;
        Moment last = new Moment(after, event.moves(end.focus()));
        return new Walk(lab, start, entries.plus(new Entry(event, stepCount())), points, last);
    }

    /** Whether a checkpoint is kept before an event that comes next. */
    private boolean isCheckpoint(Event event) {
        if (entries.isEmpty()
                || size() - lastCheckpoint() >= STRETCH
                || event instanceof CommandEvent.CommandStarted
                || (event instanceof PacketEvent packet && packet.beginsVisit())) {
            return true;
        }
        Event before = event(size() - 1);
        return before instanceof CommandEvent && !before.changes().isEmpty();
    }

    private int lastCheckpoint() {
        return checkpoints.get(checkpoints.size() - 1).event();
    }

    /** How many events there are. */
    public int size() {
        return entries.size();
    }

    /** Whether nothing happened yet. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The event with that number, from 0. */
    public Event event(int number) {
        return entries.get(number).event();
    }

    /** How many steps there are. */
    public long stepCount() {
        return isEmpty() ? 0 : entries.get(size() - 1).firstStep() + steps(event(size() - 1));
    }

    /** How many steps an event has: one for each rule that was passed over, else one. */
    public static int steps(Event event) {
        return event instanceof RuleEvent.RulesPassed passed ? passed.failing().size() : 1;
    }

    /** Whether there is such a step. */
    public boolean has(Position position) {
        return position.event() < size() && position.offset() < steps(event(position.event()));
    }

    /** The number of a step, from 0. */
    public long number(Position position) {
        return entries.get(position.event()).firstStep() + position.offset();
    }

    /** The step with that number, from 0. */
    public Position position(long number) {
        if (number < 0 || number >= stepCount()) {
            throw new IllegalArgumentException("step out of range 0-" + (stepCount() - 1) + ": " + number);
        }
        int low = 0;
        int high = size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (entries.get(middle).firstStep() <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new Position(low, (int) (number - entries.get(low).firstStep()));
    }

    /** The first step of a walk that has one. */
    public Position first() {
        return position(0);
    }

    /** The last step of a walk that has one. */
    public Position last() {
        return position(stepCount() - 1);
    }

    /** The step after another one, if there is one. */
    public Optional<Position> next(Position position) {
        long number = number(position) + 1;
        return number < stepCount() ? Optional.of(position(number)) : Optional.empty();
    }

    /** The step before another one, if there is one. */
    public Optional<Position> previous(Position position) {
        long number = number(position) - 1;
        return number >= 0 ? Optional.of(position(number)) : Optional.empty();
    }

    /** What there is to see at a step. */
    public Scene at(Position position) {
        if (!has(position)) {
            throw new IllegalArgumentException("no such step: " + position);
        }
        Event event = event(position.event());
        Moment before = before(position.event());
        if (event instanceof RuleEvent.RulesPassed passed) {
            int rule = passed.from() + position.offset();
            Moment came = position.offset() == 0 ? before : before.atRule(rule - 1);
            return new Scene(position, event, came, before.atRule(rule));
        }
        return new Scene(position, event, before, after(position.event(), before));
    }

    /** The moment before an event, from the nearest checkpoint. */
    private Moment before(int event) {
        Checkpoint checkpoint = checkpoints.get(checkpointBefore(event));
        Moment moment = checkpoint.before();
        for (int i = checkpoint.event(); i < event; i++) {
            moment = moment.after(event(i));
        }
        return moment;
    }

    /** The moment after an event; where it is kept, a change that costs much is not made again. */
    private Moment after(int event, Moment before) {
        if (event == size() - 1) {
            return end;
        }
        Checkpoint checkpoint = checkpoints.get(checkpointBefore(event + 1));
        return checkpoint.event() == event + 1 ? checkpoint.before() : before.after(event(event));
    }

    /** The last checkpoint that is not behind an event. */
    private int checkpointBefore(int event) {
        int low = 0;
        int high = checkpoints.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (checkpoints.get(middle).event() <= event) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
