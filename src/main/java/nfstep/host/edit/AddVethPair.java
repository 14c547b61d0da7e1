package nfstep.host.edit;

import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.source.Outcome;

/**
 * {@code ip link add NAME type veth peer name NAME netns NS}, veth(4). The peer is made first and has the lower number:
 * {@code drivers/net/veth.c}, {@code veth_newlink}.
 *
 * @param peerNamespace where the other end is
 */
public record AddVethPair(String namespace, NewLink link, String peerNamespace, NewLink peer) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        if (network.find(peerNamespace).isEmpty()) {
            return Outcome.refused("Error: argument \"" + peerNamespace + "\" is wrong: Invalid \"netns\" value");
        }
        if (host.link(link.name()).isPresent()) {
            return Answer.exists();
        }
        return peer.addTo(network, peerNamespace, LinkKind.VETH)
                .then(n -> link.addTo(n, namespace, LinkKind.VETH))
                .then(n -> Outcome.done(joined(n)));
    }

    private Network joined(Network network) {
        LinkEnd near = end(network, namespace, link.name());
        LinkEnd far = end(network, peerNamespace, peer.name());
        return plugged(plugged(network, near, far), far, near);
    }

    private static LinkEnd end(Network network, String namespace, String name) {
        return new LinkEnd(
                namespace, network.namespace(namespace).link(name).orElseThrow().index());
    }

    private static Network plugged(Network network, LinkEnd end, LinkEnd other) {
        Link link = network.link(end).orElseThrow();
        return network.with(network.namespace(end.namespace()).with(link.withPeer(other)));
    }
}
