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
 * What a bridge takes from its ports. One that nobody gave an address has the smallest of theirs, and none once it lost the
 * last ({@code net/bridge/br_stp_if.c}, {@code br_stp_recalculate_bridge_id}); one whose MTU nobody set has the smallest of
 * theirs ({@code br_if.c}, {@code br_mtu_auto_adjust}).
 */
final class BridgeFollowing {
    private BridgeFollowing() {}

    /** The network after a change, with what its bridges take from their ports. */
    static Network settled(Network before, Network after) {
        Network network = after;
        for (Namespace host : after.namespaces()) {
            for (Link link : host.links().values()) {
                Link followed = link.kind() == LinkKind.BRIDGE ? followed(before, host, link) : link;
                network = followed.equals(link)
                        ? network
                        : network.with(network.namespace(host.name()).with(followed));
            }
        }
        return network;
    }

    private static Link followed(Network before, Namespace host, Link bridge) {
        List<Link> ports = host.portsOf(bridge.index());
        boolean hadPorts = before.find(host.name())
                .filter(old -> !old.portsOf(bridge.index()).isEmpty())
                .isPresent();
        Optional<MacAddress> mac = ports.stream().map(Link::mac).min(Comparator.naturalOrder());
        Optional<Integer> mtu = ports.stream().map(Link::mtu).min(Comparator.naturalOrder());
        Link addressed = bridge.bridge().ownMac()
                ? bridge
                : bridge.withMac(mac.orElse(hadPorts ? MacAddress.ZERO : bridge.mac()));
        return bridge.bridge().ownMtu()
                ? addressed
                : addressed.withMtu(mtu.orElse(hadPorts ? Link.DEFAULT_MTU : bridge.mtu()));
    }

    /** The ports of a bridge come in the order in which a frame to all leaves by them. */
    static int nextTurn(Namespace host, int bridge) {
        List<Link> ports = host.portsOf(bridge);
        return ports.isEmpty() ? 1 : ports.get(0).port().orElseThrow().turn() + 1;
    }
}
