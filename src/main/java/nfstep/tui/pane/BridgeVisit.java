package nfstep.tui.pane;

import java.util.Optional;
import nfstep.event.BridgeEvent;
import nfstep.event.Event;
import nfstep.event.PacketEvent;
import nfstep.rules.Device;
import nfstep.trace.Walk;

/**
 * What is known, at a step, of the way of a packet through a bridge of the namespace that it is in.
 *
 * @param entry how it came in by a port, if it did
 * @param isShown whether the hooks of IP see it while it is the bridge's
 * @param isUp whether the bridge handed it up to its host
 * @param out the port that it leaves by, with its bridge, as far as that is known
 */
record BridgeVisit(Optional<BridgeEvent.PortEntered> entry, boolean isShown, boolean isUp, Optional<String> out) {
    /** So many events back the beginning of a visit is looked for. */
    private static final int FAR = 5000;

    private static final BridgeVisit NONE = new BridgeVisit(Optional.empty(), false, false, Optional.empty());

    /** The visit that an event belongs to, up to it. */
    static BridgeVisit at(Walk walk, int event) {
        int first = event;
        while (first > 0 && event - first < FAR && !begins(walk.event(first))) {
            first--;
        }
        BridgeVisit visit = NONE;
        for (int i = first; i <= event; i++) {
            visit = visit.after(walk.event(i));
        }
        return visit;
    }

    private static boolean begins(Event event) {
        return event instanceof PacketEvent packet && packet.beginsVisit();
    }

    private BridgeVisit after(Event event) {
        if (event instanceof BridgeEvent.PortEntered port) {
            return new BridgeVisit(Optional.of(port), false, false, Optional.empty());
        }
        if (event instanceof BridgeEvent.Shown shown) {
            return new BridgeVisit(entry, shown.shown(), isUp, out);
        }
        if (event instanceof BridgeEvent.PassedUp) {
            return new BridgeVisit(entry, isShown, true, out);
        }
        if (event instanceof BridgeEvent.Forwarded forwarded) {
            return new BridgeVisit(entry, isShown, isUp, Optional.of(port(forwarded.port(), forwarded.bridge())));
        }
        return event instanceof BridgeEvent.PortLeft left
                ? new BridgeVisit(entry, isShown, isUp, Optional.of(port(left.port(), left.bridge())))
                : this;
    }

    private static String port(Device port, Device bridge) {
        return port.name() + " (" + bridge.name() + ")";
    }

    /** Whether the frame is still the bridge's. */
    boolean isSwitched() {
        return entry.isPresent() && !isUp;
    }

    /** The port that it came in by, with its bridge. */
    Optional<String> in() {
        return entry.flatMap(e -> e.skb().in().map(port -> port(port, e.bridge())));
    }
}
