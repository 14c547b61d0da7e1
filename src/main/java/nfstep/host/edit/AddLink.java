package nfstep.host.edit;

import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.source.Outcome;

/** {@code ip link add NAME type bridge} or {@code dummy}, ip-link(8). */
public record AddLink(String namespace, NewLink link, LinkKind kind) implements LocalEdit {
    public AddLink {
        if (kind != LinkKind.BRIDGE && kind != LinkKind.DUMMY) {
            throw new IllegalArgumentException("neither bridge nor dummy: " + kind);
        }
    }

    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return link.addTo(network, namespace, kind);
    }
}
