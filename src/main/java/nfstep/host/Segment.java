package nfstep.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a frame to everybody reaches that leaves by a device: the other end of a veth pair, and behind bridges whatever is
 * there.
 */
public record Segment(Network network) {
    /**
     * A bridge on the way of a frame.
     *
     * @param in the index of the port that the frame comes in by; none if the bridge itself sends it
     * @param out the index of the port that it leaves by; none if it goes up to the bridge's own stack
     */
    public record Crossing(LinkEnd bridge, OptionalInt in, OptionalInt out) {}

    /**
     * A device that takes frames: one that is no port of a bridge, or a bridge.
     *
     * @param way the bridges in between, and itself if it is one, in the order in which the frame comes to them
     */
    public record Reached(LinkEnd end, Link link, List<Crossing> way) {
        public Reached {
            way = List.copyOf(way);
        }
    }

    private record Place(LinkEnd end, Link link, List<Crossing> way) {}

    /** All devices that take frames from that one, in the order in which frames get there. */
    public List<Reached> from(LinkEnd end) {
        List<Reached> reached = new ArrayList<>();
        Deque<Place> open = new ArrayDeque<>();
        Set<LinkEnd> seen = new HashSet<>(Set.of(end));
        network.link(end).ifPresent(link -> open.add(new Place(end, link, List.of())));
        while (!open.isEmpty()) {
            Place place = open.remove();
            if (place.link().kind() == LinkKind.BRIDGE) {
                flood(place, OptionalInt.empty(), seen, open);
            } else {
                cross(place, seen).ifPresent(far -> arrive(far, reached, seen, open));
            }
        }
        return reached;
    }

    private void flood(Place bridge, OptionalInt in, Set<LinkEnd> seen, Deque<Place> open) {
        String namespace = bridge.end().namespace();
        for (Link port : network.namespace(namespace).portsOf(bridge.link().index())) {
            LinkEnd end = new LinkEnd(namespace, port.index());
            if (bridge.link().up() && port.isRunning() && seen.add(end)) {
                Crossing crossing = new Crossing(bridge.end(), in, OptionalInt.of(port.index()));
                open.add(new Place(end, port, with(bridge.way(), crossing)));
            }
        }
    }

    private Optional<Place> cross(Place near, Set<LinkEnd> seen) {
        return near.link().peer().filter(seen::add).flatMap(end -> network.link(end)
                .filter(Link::up)
                .map(link -> new Place(end, link, near.way())));
    }

    private void arrive(Place place, List<Reached> reached, Set<LinkEnd> seen, Deque<Place> open) {
        if (place.link().master().isEmpty()) {
            reached.add(new Reached(place.end(), place.link(), place.way()));
            return;
        }
        LinkEnd end = new LinkEnd(place.end().namespace(), place.link().master().getAsInt());
        Optional<Link> bridge = network.link(end).filter(Link::up);
        if (bridge.isPresent() && place.link().isRunning() && seen.add(end)) {
            OptionalInt in = OptionalInt.of(place.link().index());
            Crossing up = new Crossing(end, in, OptionalInt.empty());
            reached.add(new Reached(end, bridge.get(), with(place.way(), up)));
            flood(new Place(end, bridge.get(), place.way()), in, seen, open);
        }
    }

    private static List<Crossing> with(List<Crossing> way, Crossing next) {
        List<Crossing> longer = new ArrayList<>(way);
        longer.add(next);
        return longer;
    }
}
