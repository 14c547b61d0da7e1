package nfstep.lab.command;

import java.util.Optional;
import nfstep.event.At;
import nfstep.event.BridgeEvent;
import nfstep.event.Event;
import nfstep.event.PathEvent;
import nfstep.rules.Device;
import nfstep.rules.Skb;

/** A packet that passes a device, as a capture there sees it. */
record Sighting(At at, Way way, Device device, Skb skb) {
    /** Whether it comes in or goes out. */
    enum Way {
        IN,
        OUT,
        /** It goes from port to port of the bridge; only a device that takes all frames sees it. */
        ACROSS
    }

    /** The packet that passes a device with that event, if one does. */
    static Optional<Sighting> of(Event event) {
        if (event instanceof PathEvent.Transmitted out) {
            return Optional.of(new Sighting(out.at(), Way.OUT, out.device(), out.skb()));
        }
        if (event instanceof PathEvent.Arrived in) {
            return in(in.at(), in.skb());
        }
        return event instanceof BridgeEvent bridge ? ofBridge(bridge) : Optional.empty();
    }

    private static Optional<Sighting> ofBridge(BridgeEvent event) {
        if (event instanceof BridgeEvent.PortLeft out) {
            return Optional.of(new Sighting(out.at(), Way.OUT, out.port(), out.skb()));
        }
        if (event instanceof BridgeEvent.PortEntered in) {
            return in(in.at(), in.skb());
        }
        if (event instanceof BridgeEvent.LookedUp across) {
            boolean stays = across.way() == BridgeEvent.Way.KNOWN || across.way() == BridgeEvent.Way.UNKNOWN;
            return across.port()
                    .filter(port -> stays)
                    .map(port -> new Sighting(across.at(), Way.ACROSS, across.bridge(), across.skb()));
        }
        return event instanceof BridgeEvent.PassedUp up ? in(up.at(), up.skb()) : Optional.empty();
    }

    private static Optional<Sighting> in(At at, Skb skb) {
        return skb.in().map(device -> new Sighting(at, Way.IN, device, skb));
    }
}
