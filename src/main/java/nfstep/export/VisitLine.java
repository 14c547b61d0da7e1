package nfstep.export;

import java.util.Optional;
import java.util.StringJoiner;
import nfstep.event.BridgeEvent;
import nfstep.event.Event;
import nfstep.event.PathEvent;
import nfstep.rules.Device;

/** A visit of a packet in a namespace without hooks, told in one line. */
final class VisitLine {
    private final StringJoiner parts = new StringJoiner(", ");
    private final String namespace;

    VisitLine(String namespace) {
        this.namespace = namespace;
    }

    void add(Event event) {
        part(event).ifPresent(parts::add);
    }

    String text() {
        return namespace + ": " + parts;
    }

    /** The few words that a path event has in a line; none for one that a report leaves out there. */
    static Optional<String> part(Event event) {
        if (event instanceof PathEvent.Sent sent) {
            return Optional.of("sent by " + sent.by());
        } else if (event instanceof PathEvent.Copied copied) {
            return Optional.of(copied.what());
        } else if (event instanceof PathEvent.Arrived arrived) {
            return Optional.of(
                    "arrives by " + arrived.skb().in().map(Device::name).orElse("?"));
        } else if (event instanceof BridgeEvent.PortEntered entered) {
            String port = entered.skb().in().map(Device::name).orElse("?");
            return Optional.of("arrives by " + port + " of " + entered.bridge().name());
        } else if (event instanceof BridgeEvent.PortLeft left) {
            return Optional.of(
                    "leaves by " + left.port().name() + " of " + left.bridge().name());
        } else if (event instanceof PathEvent.Transmitted out) {
            return Optional.of("leaves by " + out.device().name());
        } else if (event instanceof PathEvent.Delivered delivered) {
            return Optional.of("delivered to " + delivered.receiver());
        } else if (event instanceof PathEvent.Dropped dropped) {
            return Optional.of("DROPPED by " + dropped.place());
        } else if (event instanceof PathEvent.Captured captured) {
            return Optional.of("captured at " + captured.device().name());
        }
        return Optional.empty();
    }
}
