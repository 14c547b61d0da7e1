package nfstep.host.edit;

import java.util.Optional;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.Network;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import nfstep.source.Outcome;
import org.pcollections.TreePMap;

/** {@code ip neigh flush dev NAME nud permanent}, ip-neighbour(8). */
public record FlushNeighbours(String namespace, String device, Optional<IpAddress> address) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return Answer.device(host, device)
                .then(link -> Outcome.done(network.with(host.withNeighbours(without(host, link)))));
    }

    private TreePMap<NeighbourKey, MacAddress> without(Namespace host, Link link) {
        TreePMap<NeighbourKey, MacAddress> rest = host.neighbours();
        for (NeighbourKey key : host.neighbours().keySet()) {
            boolean meant = key.link() == link.index()
                    && address.filter(a -> !a.equals(key.address())).isEmpty();
            rest = meant ? rest.minus(key) : rest;
        }
        return rest;
    }
}
