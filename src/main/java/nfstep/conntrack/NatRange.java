package nfstep.conntrack;

import java.util.Optional;
import nfstep.packet.IpAddress;

/**
 * What a NAT target allows a flow's end to become: {@code struct nf_nat_range2}.
 *
 * @param addresses first and last, both included; none keeps the address
 * @param ports first and last, both included; none keeps the port where it can
 */
public record NatRange(
        Optional<AddressRange> addresses,
        Optional<PortRange> ports,
        boolean random,
        boolean fullyRandom,
        boolean persistent) {
    /** Addresses from the first to the last. */
    public record AddressRange(IpAddress first, IpAddress last) {
        public AddressRange {
            if (first.family() != last.family() || first.compareTo(last) > 0) {
                throw new IllegalArgumentException("not a range: " + first + "-" + last);
            }
        }

        /** Whether that address is one of them. */
        public boolean contains(IpAddress address) {
            return address.family() == first.family() && first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
        }
    }

    /**
     * Ports from the first to the last.
     *
     * @param base the port that is mapped to the first one ({@code --to 10.0.0.1:7000-7010/6000}), or 0
     */
    public record PortRange(int first, int last, int base) {
        public PortRange {
            if (first < 0 || last > 65535 || first > last || base < 0 || base > 65535) {
                throw new IllegalArgumentException("not a port range: " + first + "-" + last + "/" + base);
            }
        }

        /** Whether that port is one of them. */
        public boolean contains(int port) {
            return first <= port && port <= last;
        }

        /** Whether there is no choice. */
        public boolean isOne() {
            return first == last;
        }
    }

    /** The range that a flow without a NAT rule gets: its own address. */
    public static NatRange of(IpAddress address) {
        return new NatRange(Optional.of(new AddressRange(address, address)), Optional.empty(), false, false, false);
    }

    /** This range with one address in the place of its own. */
    public NatRange withAddress(IpAddress address) {
        return new NatRange(Optional.of(new AddressRange(address, address)), ports, random, fullyRandom, persistent);
    }
}
