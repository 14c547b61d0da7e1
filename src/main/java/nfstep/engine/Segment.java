package nfstep.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.RouteType;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import nfstep.rules.Device;
import nfstep.rules.Skb;

/** What a frame that leaves by a device can reach: the other end of a veth pair, and behind bridges whatever is there. */
record Segment(Network network) {
    /**
     * A device that frames can reach.
     *
     * @param bridge the port of a bridge that it came in by, where the device is that bridge
     */
    record Port(String namespace, Device device, MacAddress mac, Skb.BridgePorts bridge) {}

    private record Place(String namespace, Link link) {}

    /** All devices that take frames, in the order in which frames get there. */
    List<Port> reachable(String namespace, Link from) {
        List<Port> ports = new ArrayList<>();
        Set<LinkEnd> seen = new HashSet<>();
        Deque<Place> open = new ArrayDeque<>();
        seen.add(new LinkEnd(namespace, from.index()));
        open.add(new Place(namespace, from));
        while (!open.isEmpty()) {
            Place place = open.remove();
            if (place.link().kind() == LinkKind.BRIDGE) {
                leaveByPorts(place, seen, open);
            } else {
                far(place, seen).ifPresent(end -> arrive(end, ports, seen, open));
            }
        }
        return ports;
    }

    private void leaveByPorts(Place bridge, Set<LinkEnd> seen, Deque<Place> open) {
        for (Link link : network.namespace(bridge.namespace()).links().values()) {
            boolean isPort = link.master().isPresent()
                    && link.master().getAsInt() == bridge.link().index();
            if (isPort && link.up() && seen.add(new LinkEnd(bridge.namespace(), link.index()))) {
                open.add(new Place(bridge.namespace(), link));
            }
        }
    }

    private Optional<Place> far(Place near, Set<LinkEnd> seen) {
        return near.link().peer().filter(seen::add).flatMap(end -> network.find(end.namespace())
                .flatMap(n -> n.link(end.index()))
                .filter(Link::up)
                .map(link -> new Place(end.namespace(), link)));
    }

    private void arrive(Place place, List<Port> ports, Set<LinkEnd> seen, Deque<Place> open) {
        Link link = place.link();
        Device device = new Device(link.index(), link.name());
        if (link.master().isEmpty()) {
            ports.add(new Port(place.namespace(), device, link.mac(), Skb.BridgePorts.NONE));
            return;
        }
        Namespace host = network.namespace(place.namespace());
        Optional<Link> bridge = host.link(link.master().getAsInt()).filter(Link::up);
        if (bridge.isPresent()
                && seen.add(new LinkEnd(place.namespace(), bridge.get().index()))) {
            Device up = new Device(bridge.get().index(), bridge.get().name());
            boolean visible = host.sysctls().get("net.bridge.bridge-nf-call-iptables") != 0;
            var crossing = visible ? new Skb.BridgePorts(Optional.of(device), Optional.empty()) : Skb.BridgePorts.NONE;
            ports.add(new Port(place.namespace(), up, bridge.get().mac(), crossing));
            open.add(new Place(place.namespace(), bridge.get()));
        }
    }

    /** The link-layer address of a neighbour, as whoever there has the address answers. */
    Optional<MacAddress> neighbour(List<Port> ports, IpAddress address) {
        return ports.stream()
                .filter(p -> network.namespace(p.namespace()).fib().localType(address) == RouteType.LOCAL)
                .map(Port::mac)
                .findFirst();
    }
}
