package nfstep.rules.xt;

import nfstep.host.FibLookup;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv6Address;

/** Finds out whether an address is of a type: {@code xt_addrtype.c}, {@code match_type} and {@code match_type6}. */
final class AddressTypeLookup {
    private AddressTypeLookup() {}

    /**
     * Whether the address is of one of the types, before {@code !}.
     *
     * @param link the index of the device that the look-up is limited to, 0 for any
     */
    static boolean holds(AddressTypes types, IpAddress address, Namespace host, int link) {
        if (address instanceof Ipv6Address six) {
            return holds6(types, six, host, link);
        }
        return types.has(AddressTypes.bit(FibLookup.localTypeOn(host.fib(), address, link)));
    }

    private static boolean holds6(AddressTypes types, Ipv6Address address, Namespace host, int link) {
        if ((types.has(AddressTypes.MULTICAST) && !address.isMulticast())
                || (types.has(AddressTypes.UNICAST) && !isUnicast(address))
                || (types.has(AddressTypes.UNSPEC) && !address.isUnspecified())) {
            return false;
        }
        int routed = AddressTypes.LOCAL | AddressTypes.ANYCAST | AddressTypes.UNREACHABLE;
        return !types.has(routed) || types.has(lookUp(address, host, link));
    }

    /** {@code ipv6_addr_type} with {@code IPV6_ADDR_UNICAST}. */
    private static boolean isUnicast(Ipv6Address address) {
        boolean mapped = address.high() == 0 && address.low() >>> 32 == 0xffff;
        return !address.isMulticast() && !address.isUnspecified() && !mapped;
    }

    /** {@code match_lookup_rt6}. */
    private static int lookUp(Ipv6Address address, Namespace host, int link) {
        if (link != 0 && isOn(address, host, link)) {
            return AddressTypes.LOCAL;
        }
        FlowKey key = new FlowKey(address, IpAddress.any(IpFamily.IPV6), 0, 0, Namespace.LOOPBACK_INDEX, link);
        FibResult result = FibLookup.lookup(host, key);
        if (!result.isUsable()) {
            return AddressTypes.UNREACHABLE;
        }
        RouteType type = result.route().map(Route::type).orElse(RouteType.UNICAST);
        boolean counts = type == RouteType.ANYCAST || (type == RouteType.LOCAL && link == 0);
        return counts ? AddressTypes.bit(type) : 0;
    }

    private static boolean isOn(IpAddress address, Namespace host, int link) {
        return host.addressesOf(link).stream().anyMatch(a -> a.address().equals(address));
    }

    /** The type of an address as a user reads it. */
    static String name(IpAddress address, Namespace host, int link) {
        RouteType type = FibLookup.localTypeOn(host.fib(), address, link);
        return type == RouteType.UNICAST ? "UNICAST (in no local table)" : type.name();
    }
}
