package nfstep.host.edit;

import java.util.Optional;
import nfstep.host.Fib;
import nfstep.host.InterfaceAddress;
import nfstep.host.Link;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.host.Scope;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv6Address;
import nfstep.packet.Prefix;
import nfstep.source.Outcome;
import org.pcollections.PVector;

/**
 * IPv6 addresses of devices and the routes that follow from them: {@code net/ipv6/addrconf.c}. Duplicate address
 * detection takes no time here: an address is used as soon as its device runs.
 */
final class Ipv6Addresses {
    private static final long KERNEL_METRIC = 256;
    private static final Prefix MULTICAST = Prefix.of("ff00::/8");
    private static final long LINK_LOCAL = 0xfe80L << 48;
    private static final int LINK_LOCAL_LENGTH = 64;

    private Ipv6Addresses() {}

    /** The namespace with one more address, or why it cannot be. */
    static Outcome<Namespace> added(Namespace host, InterfaceAddress address) {
        Link link = host.link(address.link()).orElseThrow();
        if (address.address().isMulticast()) {
            return Answer.error("ipv6: Cannot assign multicast address without \"IFA_F_MCAUTOJOIN\" flag.");
        }
        if (address.address().isUnspecified()) {
            return Answer.error("ipv6: Invalid address.");
        }
        if (isDisabled(host, link)) {
            return Answer.error("ipv6: IPv6 is disabled on this device.");
        }
        boolean there = host.addressesOf(address.link(), IpFamily.IPV6).stream()
                .anyMatch(a -> a.address().equals(address.address()));
        if (there) {
            return Answer.error("ipv6: address already assigned.");
        }
        Namespace listed = host.withAddresses(inserted(host.addresses(), address));
        Namespace routed = link.up() ? withSubnetRoute(listed, address) : listed;
        return Outcome.done(link.isRunning() ? withLocalRoute(routed, address) : routed);
    }

    static boolean isDisabled(Namespace host, Link link) {
        return host.sysctls().conf(IpFamily.IPV6, link.name(), "disable_ipv6") != 0;
    }

    /** {@code ipv6_link_dev_addr}: the newest first, those that reach farther before others. */
    private static PVector<InterfaceAddress> inserted(PVector<InterfaceAddress> all, InterfaceAddress address) {
        int end = all.size();
        for (int i = 0; i < all.size(); i++) {
            InterfaceAddress other = all.get(i);
            if (other.link() == address.link() && other.address().family() == IpFamily.IPV6) {
                if (other.scope().number() >= address.scope().number()) {
                    return all.plus(i, address);
                }
                end = i + 1;
            }
        }
        return all.plus(end, address);
    }

    private static Namespace withSubnetRoute(Namespace host, InterfaceAddress address) {
        if (address.manner().unrouted()) {
            return host;
        }
        Route route = kernel(address.prefix(), address.link(), KERNEL_METRIC);
        return with(host, address.address().isLoopback() ? local(address) : route);
    }

    private static Namespace withLocalRoute(Namespace host, InterfaceAddress address) {
        return Anycast.with(with(host, local(address)), address);
    }

    private static Route local(InterfaceAddress address) {
        return kernel(Prefix.host(address.address()), address.link(), 0)
                .as(Route.LOCAL_TABLE, RouteType.LOCAL, Scope.HOST);
    }

    static Route kernel(Prefix destination, int link, long metric) {
        return Route.to(destination, Route.Hop.dev(link))
                .from(Optional.empty(), Route.KERNEL)
                .withMetric(metric);
    }

    private static Namespace with(Namespace host, Route route) {
        return host.withFib(Tables.with(host.fib(), route));
    }

    /** What a device gets when it is set up. */
    static Namespace started(Namespace host, Link link) {
        if (isDisabled(host, link)) {
            return host;
        }
        Namespace started = host;
        if (link.kind() != LinkKind.LOOPBACK) {
            Route groups = kernel(MULTICAST, link.index(), KERNEL_METRIC)
                    .as(Route.LOCAL_TABLE, RouteType.MULTICAST, Scope.LINK);
            started = with(started, groups);
        }
        for (InterfaceAddress address : started.addressesOf(link.index(), IpFamily.IPV6)) {
            started = withSubnetRoute(started, address);
        }
        return started;
    }

    /** What a device gets when it is up and has a carrier: {@code addrconf_dev_config}. */
    static Namespace ready(Namespace host, Link link) {
        if (isDisabled(host, link)) {
            return host;
        }
        Namespace ready = host;
        boolean named = host.addressesOf(link.index(), IpFamily.IPV6).stream()
                .anyMatch(a -> a.address().isLinkLocal());
        if (link.kind() != LinkKind.LOOPBACK && !named) {
            ready = added(ready, linkLocal(link)).orElseThrow();
        }
        for (InterfaceAddress address : ready.addressesOf(link.index(), IpFamily.IPV6)) {
            ready = withLocalRoute(ready, address);
        }
        return ready;
    }

    /** RFC 4291 appendix A: the interface identifier that follows from an Ethernet address. */
    private static InterfaceAddress linkLocal(Link link) {
        long mac = link.mac().bits();
        long identifier = ((mac >>> 24 ^ 0x02_0000L) << 40) | 0xff_fe00_0000L | (mac & 0xff_ffffL);
        IpAddress address = new Ipv6Address(LINK_LOCAL, identifier);
        return new InterfaceAddress(link.index(), address, LINK_LOCAL_LENGTH, Optional.empty(), Scope.LINK, false);
    }

    /** The namespace when a device is set down: its IPv6 addresses and routes are gone. */
    static Namespace stopped(Namespace host, Link link) {
        Namespace rest = host;
        for (InterfaceAddress address : host.addressesOf(link.index(), IpFamily.IPV6)) {
            rest = rest.withAddresses(rest.addresses().minus(address));
        }
        return rest.withFib(Tables.without(
                rest.fib(), r -> r.isVia(link.index()) && r.destination().family() == IpFamily.IPV6));
    }

    /** The namespace without an address: routes that prefer it lose the preference ({@code rt6_remove_prefsrc}). */
    static Namespace removed(Namespace host, InterfaceAddress address) {
        Namespace rest = host.withAddresses(host.addresses().minus(address));
        Route subnet = kernel(address.prefix(), address.link(), KERNEL_METRIC);
        boolean shared = rest.addressesOf(address.link(), IpFamily.IPV6).stream()
                .anyMatch(a -> a.prefix().equals(address.prefix()));
        Route own = local(address);
        boolean kept = shared || address.manner().unrouted();
        Fib fib = Tables.without(rest.fib(), r -> r.equals(own) || (!kept && r.equals(subnet)));
        return Anycast.without(rest.withFib(withoutSource(fib, address.address())), address);
    }

    private static Fib withoutSource(Fib fib, IpAddress address) {
        PVector<Route> routes = fib.routes();
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            if (route.source().filter(address::equals).isPresent()) {
                routes = routes.with(i, route.from(Optional.empty(), route.origin()));
            }
        }
        return fib.withRoutes(routes);
    }
}
