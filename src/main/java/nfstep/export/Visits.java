package nfstep.export;

import java.util.BitSet;
import nfstep.event.At;
import nfstep.event.Event;
import nfstep.event.PacketEvent;
import nfstep.event.PathEvent;
import nfstep.trace.Walk;

/** The visits of packets in namespaces: which of them meet a hook, by the event that each begins with. */
final class Visits {
    private final BitSet withHooks = new BitSet();

    Visits(Walk walk) {
        int start = -1;
        for (int i = 0; i < walk.size(); i++) {
            Event event = walk.event(i);
            if (begins(event)) {
                start = i;
            } else if (event instanceof PathEvent.HookEntered hook && start >= 0 && isOf(hook.at(), walk, start)) {
                withHooks.set(start);
            }
        }
    }

    private static boolean isOf(At at, Walk walk, int start) {
        return walk.event(start) instanceof PacketEvent first
                && first.at().packet() == at.packet()
                && first.at().namespace().equals(at.namespace());
    }

    /** Whether an event is the first one of a visit. */
    static boolean begins(Event event) {
        return event instanceof PacketEvent packet && packet.beginsVisit();
    }

    /** Whether the visit that begins with that event meets a hook. */
    boolean hasHooks(int event) {
        return withHooks.get(event);
    }
}
