package nfstep.state;

import java.util.Optional;
import nfstep.host.NeighbourKey;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import org.pcollections.TreePMap;

/**
 * What a namespace learned of the links around it.
 *
 * @param bridges the forwarding tables of its bridges, by the bridge's index
 * @param neighbours the link-layer addresses that ARP found
 * @param paths what ICMP told of the ways to destinations
 */
public record LinkLayer(
        TreePMap<Integer, ForwardingTable> bridges,
        TreePMap<NeighbourKey, Neighbour> neighbours,
        TreePMap<IpAddress, Path> paths) {
    /** A namespace that has learned nothing. */
    public static final LinkLayer EMPTY = new LinkLayer(TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

    /**
     * How the way to a destination differs from its route: {@code struct fib_nh_exception}.
     *
     * @param via the next hop of the route that it is about
     * @param gateway the router that a redirect named instead
     * @param mtu the most that a packet may be long, in bytes; as long as any if nothing was told
     * @param locked whether less was told than is believed, so that packets must be let be cut
     * @param until when it is forgotten, in nanoseconds of virtual time
     */
    public record Path(NeighbourKey via, Optional<IpAddress> gateway, int mtu, boolean locked, long until) {
        /** The length of the longest packet there is. */
        public static final int ANY_LENGTH = 65_535;
    }

    /**
     * A neighbour: {@code struct neighbour}.
     *
     * @param confirmed when it answered last, in nanoseconds of virtual time
     * @param believed how long that counts, in nanoseconds
     */
    public record Neighbour(MacAddress mac, long confirmed, long believed) {
        /** {@code base_reachable_time}, around which the kernel draws a time for each device. */
        public static final long REACHABLE_NANOS = 30_000_000_000L;

        /** Whether it has to be asked again before it is believed for long. */
        public boolean isStale(long now) {
            return now - confirmed > believed;
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
        return new LinkLayer(bridges.plus(bridge, table), neighbours, paths);
    }

    /** This with a neighbour. */
    public LinkLayer with(NeighbourKey key, Neighbour neighbour) {
        return new LinkLayer(bridges, neighbours.plus(key, neighbour), paths);
    }

    /** This without a neighbour. */
    public LinkLayer without(NeighbourKey key) {
        return new LinkLayer(bridges, neighbours.minus(key), paths);
    }

    /** What is known of the way to a destination at that time. */
    public Optional<Path> path(IpAddress destination, long now) {
        return Optional.ofNullable(paths.get(destination)).filter(path -> now < path.until());
    }

    /** This without what is known of the way to a destination. */
    public LinkLayer without(IpAddress destination) {
        return new LinkLayer(bridges, neighbours, paths.minus(destination));
    }

    /** This with the way to a destination. */
    public LinkLayer with(IpAddress destination, Path path) {
        return new LinkLayer(bridges, neighbours, paths.plus(destination, path));
    }
}
