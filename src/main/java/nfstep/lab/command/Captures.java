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

    /**
     * Where a capture is.
     *
     * @param device its name, or {@code any}
     * @param promiscuous whether the device takes all frames while it runs: without {@code -p}, and not at {@code any}
     */
    record Place(String namespace, String device, boolean promiscuous) {
        private boolean isEverywhere() {
            return device.equals("any");
        }

        private boolean has(Sighting seen) {
            return seen.device().name().equals(device) && (promiscuous || seen.way() != Sighting.Way.ACROSS);
        }
    }

    /** A capture that runs. */
    static final class Capture {
        private final Place place;
        private final String name;
        private final CaptureFilter filter;
        private int left;

        /** At most {@code left} packets. */
        Capture(Place place, String name, CaptureFilter filter, int left) {
            this.place = place;
            this.name = name;
            this.filter = filter;
            this.left = left;
        }

        private boolean takes(Sighting seen) {
            boolean here = place.has(seen) || (place.isEverywhere() && seen.way() != Sighting.Way.ACROSS);
            boolean onDevice = seen.skb().type() != PacketType.LOOPBACK && !leavesByLoopback(seen);
            return here
                    && place.namespace().equals(seen.at().namespace())
                    && onDevice
                    && left > 0
                    && filter.test(seen.skb().packet());
        }

        /** What goes out by loopback comes in at once; it is kept once: libpcap, {@code pcap-linux.c}. */
        private static boolean leavesByLoopback(Sighting seen) {
            return seen.way() == Sighting.Way.OUT && seen.device().name().equals("lo");
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
