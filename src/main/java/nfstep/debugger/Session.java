package nfstep.debugger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nfstep.event.CommandEvent;
import nfstep.event.PacketEvent;
import nfstep.trace.Check;
import nfstep.trace.Cursor;
import nfstep.trace.Position;
import nfstep.trace.Scene;
import nfstep.trace.StepView;
import nfstep.trace.TraceDocument;
import nfstep.trace.Walk;

/**
 * What a face of the debugger shows: a walk, a place in it, breakpoints.
 *
 * @param name of the lab or trace, as the user knows it
 * @param notes remarks at steps
 * @param checks what the walk was checked against
 * @param modified whether something would be lost if the program ended now
 */
public record Session(
        String name,
        Walk walk,
        Position position,
        Stops stops,
        List<TraceDocument.Note> notes,
        List<Check> checks,
        boolean modified) {
    public Session {
        notes = List.copyOf(notes);
        checks = List.copyOf(checks);
    }

    /** At the beginning of a walk. */
    public static Session of(String name, Walk walk) {
        return new Session(name, walk, beginning(walk), Stops.NONE, List.of(), List.of(), false);
    }

    /** Where a walk is opened: its first command that sends a packet; where none does, its first step. */
    public static Position beginning(Walk walk) {
        int command = 0;
        for (int i = 0; i < walk.size(); i++) {
            if (walk.event(i) instanceof CommandEvent.CommandStarted) {
                command = i;
            } else if (walk.event(i) instanceof PacketEvent packet && packet.beginsVisit()) {
                return Position.of(command);
            }
        }
        return walk.first();
    }

    /** The cursor at the place. */
    public Cursor cursor() {
        return new Cursor(walk, position);
    }

    /** The world, the packet and the event at the place. */
    public Scene scene() {
        return walk.at(position);
    }

    /** What a user reads at the place. */
    public StepView view() {
        return StepView.of(walk, position);
    }

    /** At another place. */
    public Session at(Position other) {
        return new Session(name, walk, other, stops, notes, checks, modified);
    }

    /** With other breakpoints. */
    public Session with(Stops other) {
        return new Session(name, walk, position, other, notes, checks, modified);
    }

    /** With a longer walk, at its first new step if there is one. */
    public Session grown(Walk longer) {
        Optional<Position> firstNew =
                longer.size() > walk.size() ? Optional.of(Position.of(walk.size())) : Optional.empty();
        return new Session(
                name, longer, firstNew.orElse(position), stops, notes, checks, modified || firstNew.isPresent());
    }

    /** With a check of the walk, at its first difference if there is one; one that says the same of before is forgotten. */
    public Session checked(Check check) {
        List<Check> all = new ArrayList<>(checks);
        all.removeIf(check::replaces);
        all.add(check);
        Position place = check.findings().stream()
                .findFirst()
                .map(f -> Position.of(f.event()))
                .orElse(position);
        return new Session(name, walk, place, stops, notes, all, modified);
    }

    /** What the checks say of a step: that one of them differs, or else what they say; nothing without any. */
    public Optional<Check.Mark> mark(Position step) {
        return checks.stream().flatMap(check -> check.mark(step).stream()).min(Comparator.naturalOrder());
    }

    /** With the rest of the walk that it began with. */
    public Session continued(Walk whole) {
        return new Session(name, whole, position, stops, notes, checks, modified);
    }

    /** As it was written to that name. */
    public Session saved(String as) {
        return new Session(as, walk, position, stops, notes, checks, false);
    }
}
