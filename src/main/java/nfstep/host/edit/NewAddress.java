package nfstep.host.edit;

import java.util.Optional;
import nfstep.host.InterfaceAddress;
import nfstep.host.Scope;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;

/**
 * An address that a device is to have.
 *
 * @param length of the on-link prefix, in bits
 * @param broadcast as {@code brd} gives it; without it the kernel still knows that of the subnet
 */
public record NewAddress(
        IpAddress address, int length, Optional<IpAddress> broadcast, Scope scope, InterfaceAddress.Manner manner) {
    /** An address as most are. */
    public NewAddress(IpAddress address, int length, Optional<IpAddress> broadcast, Scope scope) {
        this(address, length, broadcast, scope, InterfaceAddress.Manner.USUAL);
    }

    public NewAddress {
        if (length < 0 || length > address.family().bits()) {
            throw new IllegalArgumentException("prefix length of " + address + ": " + length);
        }
        if (broadcast.filter(b -> b.family() != IpFamily.IPV4).isPresent()
                || (broadcast.isPresent() && address.family() != IpFamily.IPV4)) {
            throw new IllegalArgumentException("only IPv4 has broadcast: " + address);
        }
        if (manner.peer().filter(p -> p.family() != address.family()).isPresent()) {
            throw new IllegalArgumentException("peer of " + address + ": " + manner.peer());
        }
    }

    /** An address with the scope that {@code ip} gives it when none is written. */
    public static NewAddress of(IpAddress address, int length) {
        return new NewAddress(address, length, Optional.empty(), usualScope(address));
    }

    /** iproute2, {@code default_scope}; for IPv6 the address itself has a scope: {@code ipv6_addr_scope}. */
    public static Scope usualScope(IpAddress address) {
        if (address.isLoopback()) {
            return Scope.HOST;
        }
        return address.isLinkLocal() && address.family() == IpFamily.IPV6 ? Scope.LINK : Scope.UNIVERSE;
    }

    InterfaceAddress on(int link) {
        return new InterfaceAddress(link, address, length, broadcast, scope, false, manner);
    }
}
