package nfstep.debugger;

import java.util.Optional;
import nfstep.trace.Cursor;
import nfstep.trace.Position;
import nfstep.trace.Scene;
import nfstep.trace.StepView;
import nfstep.trace.Walk;

/**
 * What a face of the debugger shows: a walk, a place in it, breakpoints.
 *
 * @param name of the lab or trace, as the user knows it
 * @param modified whether something would be lost if the program ended now
 */
public record Session(String name, Walk walk, Position position, Stops stops, boolean modified) {
    /** At the first step of a walk. */
    public static Session of(String name, Walk walk) {
        return new Session(name, walk, walk.first(), Stops.NONE, false);
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
        return new Session(name, walk, other, stops, modified);
    }

    /** With other breakpoints. */
    public Session with(Stops other) {
        return new Session(name, walk, position, other, modified);
    }

    /** With a longer walk, at its first new step if there is one. */
    public Session grown(Walk longer) {
        Optional<Position> firstNew =
                longer.size() > walk.size() ? Optional.of(Position.of(walk.size())) : Optional.empty();
        return new Session(name, longer, firstNew.orElse(position), stops, modified || firstNew.isPresent());
    }

    /** As it was written to that name. */
    public Session saved(String as) {
        return new Session(as, walk, position, stops, false);
    }
}
