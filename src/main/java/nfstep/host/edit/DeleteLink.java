package nfstep.host.edit;

import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.source.Outcome;

/** {@code ip link del NAME}, ip-link(8): with a veth its other end goes too. */
public record DeleteLink(String namespace, String name) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return Answer.device(host, name).then(link -> delete(network, link));
    }

    private Outcome<Network> delete(Network network, Link link) {
        return link.kind() == LinkKind.LOOPBACK
                ? Answer.errno("Operation not supported")
                : Outcome.done(LinkRemoval.of(network, new LinkEnd(namespace, link.index())));
    }
}
