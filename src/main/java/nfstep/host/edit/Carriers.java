package nfstep.host.edit;

import java.util.List;
import java.util.Optional;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.Namespace;
import nfstep.host.Network;

/** Which devices have a carrier after something changed, and what follows for those that come to run. */
record Carriers(Network before, Network network, Namespace host) {
    /** The network after a change, with the carriers and what bridges take from ports that it leads to. */
    static Network settled(Network before, Network after) {
        Network network = BridgeFollowing.settled(before, after);
        Optional<Network> next = sensed(before, network);
        while (next.isPresent()) {
            network = next.get();
            next = sensed(before, network);
        }
        return withReady(before, network);
    }

    /** The network with carriers as they follow from the devices around; none if they are so. */
    private static Optional<Network> sensed(Network before, Network network) {
        Network next = network;
        boolean changed = false;
        for (Namespace host : network.namespaces()) {
            for (Link link : host.links().values()) {
                boolean carrier = new Carriers(before, network, host).has(link);
                if (carrier != link.carrier()) {
                    changed = true;
                    next = next.with(next.namespace(host.name()).with(link.withCarrier(carrier)));
                }
            }
        }
        return changed ? Optional.of(next) : Optional.empty();
    }

    /**
     * {@code drivers/net/veth.c}, {@code veth_open}; {@code net/bridge/br_stp.c}, {@code br_port_state_selection}: a bridge
     * that never had a port keeps the carrier it came with, one that lost its last port has none.
     */
    private boolean has(Link link) {
        return switch (link.kind()) {
            case LOOPBACK, DUMMY -> true;
            case VETH ->
                link.up() && link.peer().flatMap(network::link).filter(Link::up).isPresent();
            case BRIDGE -> bridgeHas(link);
            case VLAN ->
                link.vlan()
                        .flatMap(v -> host.link(v.parent()))
                        .filter(Link::isRunning)
                        .isPresent();
        };
    }

    private boolean bridgeHas(Link bridge) {
        List<Link> ports = host.portsOf(bridge.index());
        if (ports.isEmpty()) {
            boolean had = before.find(host.name())
                    .filter(h -> !h.portsOf(bridge.index()).isEmpty())
                    .isPresent();
            return bridge.carrier() && !had;
        }
        return bridge.up() && ports.stream().anyMatch(Link::isRunning);
    }

    private static Network withReady(Network before, Network after) {
        Network network = after;
        for (Namespace host : after.namespaces()) {
            boolean same = before.find(host.name()).filter(host::equals).isPresent();
            for (Link link : same ? List.<Link>of() : host.links().values()) {
                LinkEnd end = new LinkEnd(host.name(), link.index());
                boolean ran = before.link(end).filter(Link::isRunning).isPresent();
                if (link.isRunning() && !ran) {
                    network = network.with(Ipv6Addresses.ready(network.namespace(host.name()), link));
                }
            }
        }
        return network;
    }
}
