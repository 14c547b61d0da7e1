package nfstep.host.edit;

import java.util.List;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.Namespace;
import nfstep.host.Network;

/** Which devices have a carrier after something changed, and what follows for those that come to run. */
final class Carriers {
    /** A bridge on a veth on a bridge: no stack of devices is deeper. */
    private static final int DEEPEST = 8;

    private Carriers() {}

    /** The network after a change, with the carriers that it leads to. */
    static Network settled(Network before, Network after) {
        Network network = after;
        for (int i = 0; i < DEEPEST; i++) {
            Network next = sensed(network);
            if (next.equals(network)) {
                break;
            }
            network = next;
        }
        return withReady(before, network);
    }

    private static Network sensed(Network network) {
        Network next = network;
        for (Namespace host : network.namespaces()) {
            for (Link link : host.links().values()) {
                boolean carrier = hasCarrier(network, host, link);
                if (carrier != link.carrier()) {
                    next = next.with(next.namespace(host.name()).with(link.withCarrier(carrier)));
                }
            }
        }
        return next;
    }

    /**
     * {@code drivers/net/veth.c}, {@code veth_open}; {@code net/bridge/br_stp.c}, {@code br_port_state_selection}: a bridge
     * that never had a port keeps the carrier it came with.
     */
    private static boolean hasCarrier(Network network, Namespace host, Link link) {
        return switch (link.kind()) {
            case LOOPBACK, DUMMY -> true;
            case VETH ->
                link.up() && link.peer().flatMap(network::link).filter(Link::up).isPresent();
            case BRIDGE -> bridgeHasCarrier(host, link);
            case VLAN ->
                link.vlan()
                        .flatMap(v -> host.link(v.parent()))
                        .filter(Link::isRunning)
                        .isPresent();
        };
    }

    private static boolean bridgeHasCarrier(Namespace host, Link bridge) {
        List<Link> ports = host.links().values().stream()
                .filter(l -> l.isPortOf(bridge.index()))
                .toList();
        return ports.isEmpty()
                ? bridge.carrier()
                : bridge.up() && ports.stream().anyMatch(Link::isRunning);
    }

    private static Network withReady(Network before, Network after) {
        Network network = after;
        for (Namespace host : after.namespaces()) {
            for (Link link : host.links().values()) {
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
