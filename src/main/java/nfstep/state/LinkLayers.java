package nfstep.state;

import java.util.List;
import java.util.Optional;
import nfstep.host.BridgePort;
import nfstep.host.FibLookup;
import nfstep.host.FlowKey;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.Network;
import nfstep.host.Route;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import nfstep.state.ForwardingTable.Station;
import org.pcollections.TreePMap;

/** What namespaces still know of their links when the network changed, and what they hear then. */
final class LinkLayers {
    private final World before;
    private final Network network;

    private LinkLayers(World before, Network network) {
        this.before = before;
        this.network = network;
    }

    /** What is known in the changed network, by namespace. */
    static TreePMap<String, LinkLayer> settled(World before, Network network) {
        return new LinkLayers(before, network).settled();
    }

    private TreePMap<String, LinkLayer> settled() {
        TreePMap<String, LinkLayer> known = before.links();
        for (String namespace : before.links().keySet()) {
            Optional<Namespace> host = network.find(namespace);
            known = host.isEmpty()
                    ? known.minus(namespace)
                    : known.plus(namespace, kept(host.get(), before.links(namespace)));
        }
        return isWiredAlike(before.network(), network) ? known : Announcements.heard(before, network, known);
    }

    private static boolean isWiredAlike(Network before, Network after) {
        return before.byName().keySet().equals(after.byName().keySet())
                && after.namespaces().stream().allMatch(host -> isWiredAlike(before.namespace(host.name()), host));
    }

    /** Most changes leave most namespaces the very same. */
    private static boolean isWiredAlike(Namespace before, Namespace after) {
        return before.equals(after) || wiring(before).equals(wiring(after));
    }

    /** What decides who hears whom. */
    private record Plug(int link, Optional<BridgePort> port) {}

    private static List<Plug> wiring(Namespace host) {
        return host.links().values().stream()
                .filter(Link::isRunning)
                .map(link -> new Plug(link.index(), link.port()))
                .toList();
    }

    private LinkLayer kept(Namespace host, LinkLayer known) {
        LinkLayer rest = known;
        for (int bridge : known.bridges().keySet()) {
            rest = rest.with(bridge, kept(host, bridge, known.bridge(bridge)));
        }
        for (NeighbourKey key : known.neighbours().keySet()) {
            rest = isKept(host, key) ? rest : rest.without(key);
        }
        for (IpAddress destination : known.paths().keySet()) {
            rest = isKept(host, destination) ? rest : rest.without(destination);
        }
        return rest;
    }

    /** What was learned of a route goes with it: {@code free_nh_exceptions}. */
    private boolean isKept(Namespace host, IpAddress destination) {
        FlowKey key = FlowKey.sent(destination, IpAddress.any(destination.family()));
        Optional<Route> was = before.network().find(host.name()).flatMap(h -> FibLookup.lookup(h, key)
                .route());
        return FibLookup.lookup(host, key).route().equals(was);
    }

    /** {@code br_stp_disable_port}: what was seen behind a port that goes down, or leaves, is forgotten. */
    private static ForwardingTable kept(Namespace host, int bridge, ForwardingTable table) {
        boolean up = host.link(bridge).filter(Link::up).isPresent();
        ForwardingTable rest = table;
        for (MacAddress mac : table.stations().keySet()) {
            Station station = table.stations().get(mac);
            boolean forwards = up
                    && host.link(station.port())
                            .filter(l -> l.isPortOf(bridge) && l.isRunning())
                            .isPresent();
            rest = forwards ? rest : rest.without(mac);
        }
        return rest;
    }

    /** {@code neigh_ifdown}, {@code neigh_carrier_down}, {@code neigh_changeaddr}. */
    private boolean isKept(Namespace host, NeighbourKey key) {
        Optional<MacAddress> was =
                before.network().link(new LinkEnd(host.name(), key.link())).map(Link::mac);
        return host.link(key.link())
                .filter(l -> l.isRunning() && was.equals(Optional.of(l.mac())))
                .isPresent();
    }
}
