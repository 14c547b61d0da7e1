package nfstep.host.edit;

import java.util.Optional;
import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.Network;
import nfstep.packet.IpAddress;
import nfstep.source.Outcome;

/** {@code ip neigh flush dev NAME}, ip-neighbour(8): what ARP found is forgotten, what was configured stays. */
public record ForgetNeighbours(String namespace, String device, Optional<IpAddress> address) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return Answer.device(host, device).then(link -> Outcome.done(network));
    }

    /** Whether a neighbour of that host is meant. */
    public boolean means(Namespace host, NeighbourKey key) {
        boolean near = host.link(device).filter(l -> l.index() == key.link()).isPresent();
        return near && address.filter(a -> !a.equals(key.address())).isEmpty();
    }
}
