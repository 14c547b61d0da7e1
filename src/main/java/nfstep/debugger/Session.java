package nfstep.debugger;

import java.util.List;
import java.util.Optional;
import nfstep.event.CommandEvent;
import nfstep.event.PacketEvent;
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
 * @param modified whether something would be lost if the program ended now
 */
public record Session(
        String name, Walk walk, Position position, Stops stops, List<TraceDocument.Note> notes, boolean modified) {
    public Session {
        notes = List.copyOf(notes);
    }

    /** At the beginning of a walk. */
    public static Session of(String name, Walk walk) {
        return new Session(name, walk, beginning(walk), Stops.NONE, List.of(), false);
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
        return new Session(name, walk, other, stops, notes, modified);
    }

    /** With other breakpoints. */
    public Session with(Stops other) {
        return new Session(name, walk, position, other, notes, modified);
    }

    /** With a longer walk, at its first new step if there is one. */
    public Session grown(Walk longer) {
        Optional<Position> firstNew =
                longer.size() > walk.size() ? Optional.of(Position.of(walk.size())) : Optional.empty();
        return new Session(name, longer, firstNew.orElse(position), stops, notes, modified || firstNew.isPresent());
    }

    /** As it was written to that name. */
    public Session saved(String as) {
        return new Session(as, walk, position, stops, notes, false);
    }
}
