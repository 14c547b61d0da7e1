package nfstep.host;

import nfstep.packet.IpAddress;

/** A neighbour: an address on the link of a device, by the device's index. */
public record NeighbourKey(int link, IpAddress address) implements Comparable<NeighbourKey> {
    @Override
    public int compareTo(NeighbourKey other) {
        int byLink = Integer.compare(link, other.link);
        return byLink != 0 ? byLink : address.compareTo(other.address);
    }
}
