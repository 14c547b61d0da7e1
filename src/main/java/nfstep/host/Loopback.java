package nfstep.host;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Ipv6Address;
import nfstep.packet.Prefix;

/**
 * What the loopback device gets when it is set up: {@code net/ipv4/devinet.c}, {@code inetdev_event};
 * {@code net/ipv6/addrconf.c}, {@code init_loopback}.
 */
public final class Loopback {
    private static final int LO = Namespace.LOOPBACK_INDEX;
    private static final int IPV4_LENGTH = 8;

    private Loopback() {}

    /** The namespace with its loopback device up and addressed. */
    static Namespace up(Namespace host) {
        Link lo = host.link(LO).orElseThrow();
        return withIpv6(withIpv4(host.with(lo.withUp(true))));
    }

    /** The namespace with 127.0.0.1/8 on its loopback device, unless that has an IPv4 address. */
    public static Namespace withIpv4(Namespace host) {
        if (!host.addressesOf(LO, IpFamily.IPV4).isEmpty()) {
            return host;
        }
        Namespace settled = host.withSysctls(host.sysctls().withSettled("lo"));
        Prefix net = Prefix.of(Ipv4Address.LOCALHOST, IPV4_LENGTH);
        return with(
                settled,
                new InterfaceAddress(LO, Ipv4Address.LOCALHOST, IPV4_LENGTH, Optional.empty(), Scope.HOST, false),
                List.of(
                        local(Prefix.host(Ipv4Address.LOCALHOST)),
                        local(net),
                        route(Prefix.host(net.broadcast())).as(Route.LOCAL_TABLE, RouteType.BROADCAST, Scope.LINK)));
    }

    private static Route local(Prefix destination) {
        return route(destination).as(Route.LOCAL_TABLE, RouteType.LOCAL, Scope.HOST);
    }

    private static Route route(Prefix destination) {
        return Route.to(destination, Route.Hop.dev(LO)).from(Optional.of(Ipv4Address.LOCALHOST), Route.KERNEL);
    }

    /** The namespace with ::1 on its loopback device, unless it is there. */
    public static Namespace withIpv6(Namespace host) {
        IpAddress own = Ipv6Address.LOCALHOST;
        boolean there = host.addressesOf(LO, IpFamily.IPV6).stream()
                .anyMatch(a -> a.address().equals(own));
        if (there || host.sysctls().conf(IpFamily.IPV6, "lo", "disable_ipv6") != 0) {
            return host;
        }
        Route route = Route.to(Prefix.host(own), Route.Hop.dev(LO))
                .as(Route.LOCAL_TABLE, RouteType.LOCAL, Scope.HOST)
                .from(Optional.empty(), Route.KERNEL);
        int bits = IpFamily.IPV6.bits();
        return with(host, new InterfaceAddress(LO, own, bits, Optional.empty(), Scope.HOST, false), List.of(route));
    }

    private static Namespace with(Namespace host, InterfaceAddress address, List<Route> routes) {
        Fib fib = host.fib();
        return host.withAddresses(host.addresses().plus(address))
                .withFib(fib.withRoutes(fib.routes().plusAll(routes)));
    }
}
