package nfstep.host;

import java.util.Comparator;
import nfstep.packet.IpAddress;

/** A neighbour: an address on the link of a device, by the device's index. */
public record NeighbourKey(int link, IpAddress address) implements Comparable<NeighbourKey> {
    private static final Comparator<NeighbourKey> ORDER =
            Comparator.comparingInt(NeighbourKey::link).thenComparing(NeighbourKey::address);

    @Override
    public int compareTo(NeighbourKey other) {
        return ORDER.compare(this, other);
    }
}
