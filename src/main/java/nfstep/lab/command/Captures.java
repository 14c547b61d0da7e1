package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import nfstep.engine.Run;
import nfstep.event.Event;
import nfstep.event.PathEvent;
import nfstep.rules.PacketType;

/** The captures that run, each at a device. */
final class Captures {
    private final List<Capture> running = new ArrayList<>();

    /** A capture that runs. */
    static final class Capture {
        private final String namespace;
        private final String device;
        private final String name;
        private final CaptureFilter filter;
        private int left;

        /** At most {@code left} packets. */
        Capture(String namespace, String device, String name, CaptureFilter filter, int left) {
            this.namespace = namespace;
            this.device = device;
            this.name = name;
            this.filter = filter;
            this.left = left;
        }

        private boolean takes(Sighting seen) {
            boolean here = seen.at().namespace().equals(namespace)
                    && (device.equals("any") || seen.device().name().equals(device));
            boolean onDevice = seen.skb().type() != PacketType.LOOPBACK;
            return here && onDevice && left > 0 && filter.test(seen.skb().packet());
        }
    }

    boolean has(String name) {
        return running.stream().anyMatch(c -> c.name.equals(name));
    }

    void add(Capture capture) {
        running.add(capture);
    }

    /** Looks at an event: a packet that comes in or goes out is seen. */
    void see(Event event, Run run) {
        Sighting.of(event)
                .ifPresent(seen -> running.stream().filter(c -> c.takes(seen)).forEach(c -> {
                    c.left--;
                    run.emit(new PathEvent.Captured(seen.at(), c.name, seen.device(), seen.skb()));
                }));
    }
}
