package nfstep.host;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.Prefix;

/**
 * An address that a device has.
 *
 * @param link the index of the device
 * @param length of the on-link prefix, in bits
 * @param secondary an IPv4 address in the subnet of an earlier one of the same device ({@code IFA_F_SECONDARY})
 * @param manner what is not usual about it
 */
public record InterfaceAddress(
        int link,
        IpAddress address,
        int length,
        Optional<IpAddress> broadcast,
        Scope scope,
        boolean secondary,
        Manner manner) {
    /**
     * What is not usual about an address.
     *
     * @param label the name that it is listed with ({@code IFA_LABEL}, IPv4); none is that of the device
     * @param peer the far end of the link, whose prefix is on the link instead of the own ({@code IFA_ADDRESS}, IPv4)
     * @param unrouted no route to the subnet follows from it ({@code IFA_F_NOPREFIXROUTE})
     */
    public record Manner(Optional<String> label, Optional<IpAddress> peer, boolean unrouted) {
        /** The longest label, in characters: {@code IFNAMSIZ} without its end. */
        public static final int LONGEST_LABEL = 15;

        /** An address as most are. */
        public static final Manner USUAL = new Manner(Optional.empty(), Optional.empty(), false);

        public Manner {
            if (label.filter(l -> l.isEmpty() || l.length() > LONGEST_LABEL).isPresent()) {
                throw new IllegalArgumentException("label of an address: " + label);
            }
        }
    }

    /** An address as most are. */
    public InterfaceAddress(
            int link, IpAddress address, int length, Optional<IpAddress> broadcast, Scope scope, boolean secondary) {
        this(link, address, length, broadcast, scope, secondary, Manner.USUAL);
    }

    /** This address, as one in the subnet of an earlier one or not. */
    public InterfaceAddress asSecondary(boolean other) {
        return new InterfaceAddress(link, address, length, broadcast, scope, other, manner);
    }

    /** The on-link prefix of this address. */
    public Prefix prefix() {
        return Prefix.of(manner.peer().orElse(address), length);
    }
}
