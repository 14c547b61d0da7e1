package nfstep.state;

import java.util.Optional;
import nfstep.host.NeighbourKey;
import nfstep.packet.MacAddress;
import org.pcollections.TreePMap;

/**
 * What a namespace learned of the links around it.
 *
 * @param bridges the forwarding tables of its bridges, by the bridge's index
 * @param neighbours the link-layer addresses that ARP found
 */
public record LinkLayer(TreePMap<Integer, ForwardingTable> bridges, TreePMap<NeighbourKey, Neighbour> neighbours) {
    /** A namespace that has learned nothing. */
    public static final LinkLayer EMPTY = new LinkLayer(TreePMap.empty(), TreePMap.empty());

    /**
     * A neighbour: {@code struct neighbour}.
     *
     * @param confirmed when it answered last, in nanoseconds of virtual time
     */
    public record Neighbour(MacAddress mac, long confirmed) {
        /** {@code base_reachable_time}, around which the kernel draws a time. */
        private static final long REACHABLE_NANOS = 30_000_000_000L;

        /** Whether it has to be asked again before it is believed for long. */
        public boolean isStale(long now) {
            return now - confirmed > REACHABLE_NANOS;
        }
    }

    /** What the bridge with that index has seen. */
    public ForwardingTable bridge(int index) {
        return Optional.ofNullable(bridges.get(index)).orElse(ForwardingTable.EMPTY);
    }

    /** The neighbour with that address, if it answered. */
    public Optional<Neighbour> neighbour(NeighbourKey key) {
        return Optional.ofNullable(neighbours.get(key));
    }

    /** This with another table of a bridge. */
    public LinkLayer with(int bridge, ForwardingTable table) {
        return new LinkLayer(bridges.plus(bridge, table), neighbours);
    }

    /** This with a neighbour. */
    public LinkLayer with(NeighbourKey key, Neighbour neighbour) {
        return new LinkLayer(bridges, neighbours.plus(key, neighbour));
    }

    /** This without a neighbour. */
    public LinkLayer without(NeighbourKey key) {
        return new LinkLayer(bridges, neighbours.minus(key));
    }
}
