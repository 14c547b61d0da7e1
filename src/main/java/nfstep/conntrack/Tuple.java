package nfstep.conntrack;

import nfstep.packet.IpAddress;

/**
 * One direction of a flow: {@code struct nf_conntrack_tuple}.
 *
 * @param protocol IP protocol number
 * @param sourceKey the source port; for ICMP the id; 0 for a protocol without
 * @param destinationKey the destination port; for ICMP {@code type << 8 | code}; 0 for a protocol without
 */
public record Tuple(IpAddress source, IpAddress destination, int protocol, int sourceKey, int destinationKey) {
    public Tuple {
        if (source.family() != destination.family()) {
            throw new IllegalArgumentException("addresses of two families: " + source + ", " + destination);
        }
        if ((sourceKey & ~0xffff) != 0 || (destinationKey & ~0xffff) != 0) {
            throw new IllegalArgumentException("key out of range 0-65535: " + sourceKey + ", " + destinationKey);
        }
    }

    /** This tuple with another source. */
    public Tuple withSource(IpAddress address, int key) {
        return new Tuple(address, destination, protocol, key, destinationKey);
    }

    /** This tuple with another destination. */
    public Tuple withDestination(IpAddress address, int key) {
        return new Tuple(source, address, protocol, sourceKey, key);
    }

    /** The type of an ICMP tuple. */
    public int icmpType() {
        return destinationKey >> 8;
    }

    /** The code of an ICMP tuple. */
    public int icmpCode() {
        return destinationKey & 0xff;
    }
}
