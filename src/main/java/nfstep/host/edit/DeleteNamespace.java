package nfstep.host.edit;

import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.source.Outcome;

/** {@code ip netns del NAME}, ip-netns(8): its devices go too, and with a veth its other end. */
public record DeleteNamespace(String name) implements NetworkEdit {
    @Override
    public Outcome<Network> applyTo(Network network) {
        if (name.equals(Network.HOST) || network.find(name).isEmpty()) {
            return Outcome.refused(
                    "Cannot remove namespace file \"/run/netns/" + name + "\": No such file or directory");
        }
        Network rest = network;
        for (Link link : network.namespace(name).links().values()) {
            rest = removed(rest, new LinkEnd(name, link.index()));
        }
        return Outcome.done(rest.without(name));
    }

    private static Network removed(Network network, LinkEnd end) {
        boolean there = network.find(end.namespace())
                .flatMap((Namespace n) -> n.link(end.index()))
                .filter(l -> l.index() != Namespace.LOOPBACK_INDEX)
                .isPresent();
        return there ? LinkRemoval.of(network, end) : network;
    }
}
