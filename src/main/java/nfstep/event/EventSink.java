package nfstep.event;

import nfstep.state.World;

/** Takes the events of a walk in the order in which they happen. */
@FunctionalInterface
public interface EventSink {
    /** The next event. */
    void accept(Event event);

    /** The next event with the world after it, for a sink that keeps worlds and need not apply the changes again. */
    default void accept(Event event, World after) {
        accept(event);
    }
}
