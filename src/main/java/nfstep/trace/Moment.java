package nfstep.trace;

import nfstep.event.Event;
import nfstep.event.Focus;
import nfstep.state.Change;
import nfstep.state.World;

/** The world between two steps, and where the walk is. */
public record Moment(World world, Focus focus) {
    /** The moment after an event. */
    public Moment after(Event event) {
        return new Moment(Change.applyAll(event.changes(), world), event.moves(focus));
    }

    /** The same world with the packet at that rule of its chain. */
    Moment atRule(int number) {
        return new Moment(world, focus.atRule(number));
    }
}
