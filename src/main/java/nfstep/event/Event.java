package nfstep.event;

import java.util.List;
import nfstep.state.Change;

/** A fact of a walk: what happened, in one plain sentence, and what it changed. */
public sealed interface Event permits CommandEvent, PacketEvent, ConnectionEvent {
    /** The fact in one plain sentence, without a full stop. */
    String sentence();

    /** The changes of the world that it made, in their order; a replay applies them. */
    default List<Change> changes() {
        return List.of();
    }

    /** Where the walk is after this event. */
    default Focus moves(Focus focus) {
        return focus;
    }
}
