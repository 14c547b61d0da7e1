package nfstep.host.edit;

import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.Network;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import nfstep.source.Outcome;

/**
 * {@code ip neigh add ADDRESS lladdr MAC dev NAME}, ip-neighbour(8).
 *
 * @param write ADD, REPLACE or CHANGE
 */
public record AddNeighbour(String namespace, String device, IpAddress address, MacAddress mac, Write write)
        implements LocalEdit {
    public AddNeighbour {
        if (write == Write.APPEND || write == Write.PREPEND) {
            throw new IllegalArgumentException("neighbours are not put in order: " + write);
        }
    }

    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return Answer.device(host, device).then(link -> put(network, host, new NeighbourKey(link.index(), address)));
    }

    private Outcome<Network> put(Network network, Namespace host, NeighbourKey key) {
        boolean there = host.neighbours().containsKey(key);
        if (there && write == Write.ADD) {
            return Answer.exists();
        }
        return !there && write == Write.CHANGE
                ? Answer.errno("No such file or directory")
                : Outcome.done(
                        network.with(host.withNeighbours(host.neighbours().plus(key, mac))));
    }
}
