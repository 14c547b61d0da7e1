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
 */
public record InterfaceAddress(
        int link, IpAddress address, int length, Optional<IpAddress> broadcast, Scope scope, boolean secondary) {
    /** This address, as one in the subnet of an earlier one or not. */
    public InterfaceAddress asSecondary(boolean other) {
        return new InterfaceAddress(link, address, length, broadcast, scope, other);
    }

    /** The on-link prefix of this address. */
    public Prefix prefix() {
        return Prefix.of(address, length);
    }
}
