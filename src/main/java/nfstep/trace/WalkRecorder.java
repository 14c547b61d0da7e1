package nfstep.trace;

import nfstep.event.Event;
import nfstep.event.EventSink;
import nfstep.state.World;

/** Records the events that it is given as a walk that grows. */
public final class WalkRecorder implements EventSink {
    private Walk walk;

    /** A recorder that continues a walk. */
    public WalkRecorder(Walk walk) {
        this.walk = walk;
    }

    /** The walk up to the last event. */
    public Walk walk() {
        return walk;
    }

    @Override
    public void accept(Event event) {
        walk = walk.append(event);
    }

    @Override
    public void accept(Event event, World after) {
        walk = walk.append(event, after);
    }
}
