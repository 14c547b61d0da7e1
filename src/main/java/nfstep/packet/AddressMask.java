package nfstep.packet;

import java.util.OptionalInt;

/**
 * An address and which of its bits count, as {@code -s} and {@code -d} of iptables take it; the mask may have gaps.
 *
 * <p>Source: iptables(8); kernel {@code net/ipv4/netfilter/ip_tables.c}, {@code ip_packet_match}.
 */
public record AddressMask(IpAddress address, IpAddress mask) {
    public AddressMask {
        if (address.family() != mask.family()) {
            throw new IllegalArgumentException("address and mask of two families: " + address + "/" + mask);
        }
        address = address.and(mask);
    }

    /** All addresses of a family. */
    public static AddressMask any(IpFamily family) {
        return of(Prefix.any(family));
    }

    /** The addresses of a network. */
    public static AddressMask of(Prefix prefix) {
        return new AddressMask(prefix.address(), prefix.mask());
    }

    /** IPv4 or IPv6. */
    public IpFamily family() {
        return address.family();
    }

    /** Whether the bits that count are those of another address; never for another family. */
    public boolean matches(IpAddress other) {
        if (address instanceof Ipv4Address mine && mask instanceof Ipv4Address bits) {
            return other instanceof Ipv4Address it && ((mine.bits() ^ it.bits()) & bits.bits()) == 0;
        }
        Ipv6Address mine = (Ipv6Address) address;
        Ipv6Address bits = (Ipv6Address) mask;
        return other instanceof Ipv6Address it
                && ((mine.high() ^ it.high()) & bits.high()) == 0
                && ((mine.low() ^ it.low()) & bits.low()) == 0;
    }

    /** The prefix length, when the mask has no gap. */
    public OptionalInt prefixLength() {
        for (int length = 0; length <= family().bits(); length++) {
            if (IpAddress.mask(family(), length).equals(mask)) {
                return OptionalInt.of(length);
            }
        }
        return OptionalInt.empty();
    }

    /** As iptables-save prints it: a length, or the mask itself when it has gaps. */
    @Override
    public String toString() {
        OptionalInt length = prefixLength();
        return address + "/" + (length.isPresent() ? Integer.toString(length.getAsInt()) : mask.toString());
    }
}
