package nfstep.host.edit;

import nfstep.host.InterfaceAddress;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.host.Scope;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;

/**
 * The address that all routers of an IPv6 subnet share, RFC 4291 section 2.6.1; a device that forwards has it:
 * {@code net/ipv6/addrconf.c}, {@code addrconf_join_anycast}.
 */
final class Anycast {
    /** RFC 6164: between two routers both addresses are needed. */
    private static final int TOO_LONG = 127;

    private Anycast() {}

    /** The namespace with the subnet's address, if the device forwards. */
    static Namespace with(Namespace host, InterfaceAddress address) {
        Link link = host.link(address.link()).orElseThrow();
        boolean forwards = host.sysctls().conf(IpFamily.IPV6, link.name(), "forwarding") != 0;
        return forwards && hasSubnet(address) ? host.withFib(Tables.with(host.fib(), route(address))) : host;
    }

    /** The namespace without the address of a subnet in which the device has no address. */
    static Namespace without(Namespace host, InterfaceAddress address) {
        boolean shared = host.addressesOf(address.link(), IpFamily.IPV6).stream()
                .anyMatch(a -> a.prefix().equals(address.prefix()));
        Route route = route(address);
        return shared ? host : host.withFib(Tables.without(host.fib(), r -> r.equals(route)));
    }

    /** The namespace after a device began or ceased to forward: {@code dev_forward_change}. */
    static Namespace forwarding(Namespace host, Link link, boolean forwards) {
        if (!forwards) {
            return host.withFib(
                    Tables.without(host.fib(), r -> r.type() == RouteType.ANYCAST && r.isVia(link.index())));
        }
        Namespace result = host;
        for (InterfaceAddress address : host.addressesOf(link.index(), IpFamily.IPV6)) {
            boolean used = host.fib().localType(address.address()) == RouteType.LOCAL;
            result = used ? with(result, address) : result;
        }
        return result;
    }

    private static boolean hasSubnet(InterfaceAddress address) {
        return address.length() < TOO_LONG && !address.prefix().address().isUnspecified();
    }

    private static Route route(InterfaceAddress address) {
        Prefix shared = Prefix.host(address.prefix().address());
        return Ipv6Addresses.kernel(shared, address.link(), 0).as(Route.LOCAL_TABLE, RouteType.ANYCAST, Scope.HOST);
    }
}
