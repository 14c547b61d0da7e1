package nfstep.state;

import java.util.Optional;
import nfstep.packet.MacAddress;
import org.pcollections.TreePMap;

/** Which link-layer addresses a bridge has seen behind which of its ports: {@code net/bridge/br_fdb.c}. */
public record ForwardingTable(TreePMap<MacAddress, Station> stations) {
    /** A bridge that has seen nothing. */
    public static final ForwardingTable EMPTY = new ForwardingTable(TreePMap.empty());

    /**
     * Where an address was seen.
     *
     * @param port the index of the port
     * @param seen when it was seen last, in nanoseconds of virtual time
     */
    public record Station(int port, long seen) {}

    /** Where an address was seen, if that is not longer ago than the bridge remembers. */
    public Optional<Station> find(MacAddress mac, long now, long ageing) {
        return Optional.ofNullable(stations.get(mac)).filter(s -> now < s.seen() + ageing);
    }

    /** This table after an address was seen. */
    public ForwardingTable with(MacAddress mac, Station station) {
        return new ForwardingTable(stations.plus(mac, station));
    }

    /** This table without an address. */
    public ForwardingTable without(MacAddress mac) {
        return new ForwardingTable(stations.minus(mac));
    }
}
