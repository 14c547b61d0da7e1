package nfstep.host.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nfstep.host.Link;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.packet.MacAddress;

/**
 * A bridge that nobody gave an address has the smallest of its ports', and none once it lost the last:
 * {@code net/bridge/br_stp_if.c}, {@code br_stp_recalculate_bridge_id}.
 */
final class BridgeAddresses {
    private BridgeAddresses() {}

    /** The network after a change, with the addresses that its bridges take from their ports. */
    static Network settled(Network before, Network after) {
        Network network = after;
        for (Namespace host : after.namespaces()) {
            for (Link link : host.links().values()) {
                if (link.kind() == LinkKind.BRIDGE && !link.bridge().ownMac()) {
                    network = withAddress(network, host, link, address(before, host, link));
                }
            }
        }
        return network;
    }

    private static Network withAddress(Network network, Namespace host, Link bridge, MacAddress mac) {
        return bridge.mac().equals(mac)
                ? network
                : network.with(network.namespace(host.name()).with(bridge.withMac(mac)));
    }

    private static MacAddress address(Network before, Namespace host, Link bridge) {
        Optional<MacAddress> smallest =
                host.portsOf(bridge.index()).stream().map(Link::mac).min(Comparator.naturalOrder());
        boolean had = before.find(host.name())
                .map(old -> old.portsOf(bridge.index()))
                .filter(ports -> !ports.isEmpty())
                .isPresent();
        return smallest.orElse(had ? MacAddress.ZERO : bridge.mac());
    }

    /** The ports of a bridge come in the order in which a frame to all leaves by them. */
    static int nextTurn(Namespace host, int bridge) {
        List<Link> ports = host.portsOf(bridge);
        return ports.isEmpty() ? 1 : ports.get(0).port().orElseThrow().turn() + 1;
    }
}
