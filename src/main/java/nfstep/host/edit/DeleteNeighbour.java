package nfstep.host.edit;

import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.Network;
import nfstep.packet.IpAddress;
import nfstep.source.Outcome;

/** {@code ip neigh del ADDRESS dev NAME}, ip-neighbour(8). */
public record DeleteNeighbour(String namespace, String device, IpAddress address) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return Answer.device(host, device).then(link -> delete(network, host, new NeighbourKey(link.index(), address)));
    }

    private static Outcome<Network> delete(Network network, Namespace host, NeighbourKey key) {
        return host.neighbours().containsKey(key)
                ? Outcome.done(
                        network.with(host.withNeighbours(host.neighbours().minus(key))))
                : Answer.errno("No such file or directory");
    }
}
