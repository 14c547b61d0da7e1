package nfstep.state;

import java.util.List;
import java.util.Optional;
import nfstep.host.BridgePort;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.Network;
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
        return wiring(before.network()).equals(wiring(network)) ? known : Announcements.heard(before, network, known);
    }

    /** What decides who hears whom. */
    private record Plug(LinkEnd end, Optional<BridgePort> port) {}

    private static List<Plug> wiring(Network network) {
        return network.namespaces().stream()
                .flatMap(host -> host.links().values().stream()
                        .filter(Link::isRunning)
                        .map(link -> new Plug(new LinkEnd(host.name(), link.index()), link.port())))
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
        return rest;
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
