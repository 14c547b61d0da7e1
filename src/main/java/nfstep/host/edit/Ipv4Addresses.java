package nfstep.host.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.host.Fib;
import nfstep.host.FibLookup;
import nfstep.host.InterfaceAddress;
import nfstep.host.Link;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.host.Scope;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;
import nfstep.source.Outcome;
import org.pcollections.PVector;

/**
 * IPv4 addresses of devices and the routes that follow from them: {@code net/ipv4/devinet.c}, {@code __inet_insert_ifa},
 * {@code __inet_del_ifa}; {@code net/ipv4/fib_frontend.c}, {@code fib_add_ifaddr}, {@code fib_del_ifaddr}.
 */
final class Ipv4Addresses {
    private Ipv4Addresses() {}

    /** The namespace with one more address, or why it cannot be. */
    static Outcome<Namespace> added(Namespace host, InterfaceAddress wanted) {
        if (wanted.address().isUnspecified()) {
            return Outcome.done(host);
        }
        InterfaceAddress address = wanted;
        for (InterfaceAddress other : host.addressesOf(wanted.link(), IpFamily.IPV4)) {
            if (isSameSubnet(other, wanted)) {
                if (other.address().equals(wanted.address())) {
                    return Answer.error("ipv4: Address already assigned.");
                }
                if (other.scope() != wanted.scope()) {
                    return Answer.error("ipv4: Invalid scope value.");
                }
                address = wanted.asSecondary(true);
            }
        }
        String device = host.link(wanted.link()).orElseThrow().name();
        Namespace settled = host.withSysctls(host.sysctls().withSettled(device));
        Namespace listed = settled.withAddresses(inserted(host.addresses(), address));
        return Outcome.done(withRoutes(listed, address));
    }

    static boolean isSameSubnet(InterfaceAddress a, InterfaceAddress b) {
        return a.prefix().equals(b.prefix());
    }

    /** Primary addresses stand before secondary ones, those that reach less far first. */
    private static PVector<InterfaceAddress> inserted(PVector<InterfaceAddress> all, InterfaceAddress address) {
        if (address.secondary()) {
            return all.plus(address);
        }
        int at = -1;
        int first = all.size();
        for (int i = 0; i < all.size(); i++) {
            InterfaceAddress other = all.get(i);
            if (other.link() == address.link() && other.address().family() == IpFamily.IPV4) {
                first = Math.min(first, i);
                boolean before = !other.secondary()
                        && address.scope().number() <= other.scope().number();
                at = before ? i + 1 : at;
            }
        }
        return all.plus(at < 0 ? first : at, address);
    }

    /** The namespace with the routes that follow from an address; those for a subnet only while the device is up. */
    static Namespace withRoutes(Namespace host, InterfaceAddress address) {
        Fib fib = host.fib();
        for (Route route : routes(host, address)) {
            fib = Tables.with(fib, route);
        }
        return host.withFib(fib);
    }

    private static List<Route> routes(Namespace host, InterfaceAddress address) {
        Link link = host.link(address.link()).orElseThrow();
        IpAddress source = primary(host, address).address();
        List<Route> routes = new ArrayList<>();
        routes.add(kernel(Prefix.host(address.address()), link, source, RouteType.LOCAL));
        boolean routable = !source.isMulticast() && !source.isLimitedBroadcast();
        if (link.up() && routable) {
            address.broadcast()
                    .filter(b -> !b.isLimitedBroadcast())
                    .ifPresent(b -> routes.add(kernel(Prefix.host(b), link, source, RouteType.BROADCAST)));
            if (!address.secondary()) {
                routes.addAll(subnetRoutes(address, link));
            }
        }
        return routes;
    }

    private static List<Route> subnetRoutes(InterfaceAddress address, Link link) {
        Prefix subnet = address.prefix();
        boolean alone =
                address.length() == IpFamily.IPV4.bits() && subnet.address().equals(address.address());
        if (subnet.address().isUnspecified() || alone) {
            return List.of();
        }
        RouteType type = link.kind() == LinkKind.LOOPBACK ? RouteType.LOCAL : RouteType.UNICAST;
        List<Route> routes = new ArrayList<>();
        if (!address.manner().unrouted()) {
            routes.add(kernel(subnet, link, address.address(), type));
        }
        if (address.length() < IpFamily.IPV4.bits() - 1) {
            routes.add(kernel(Prefix.host(subnet.broadcast()), link, address.address(), RouteType.BROADCAST));
        }
        return routes;
    }

    /** {@code fib_magic}. */
    private static Route kernel(Prefix destination, Link link, IpAddress source, RouteType type) {
        int table = type == RouteType.UNICAST ? Route.MAIN_TABLE : Route.LOCAL_TABLE;
        Scope scope = type == RouteType.LOCAL ? Scope.HOST : Scope.LINK;
        return Route.to(destination, Route.Hop.dev(link.index()))
                .as(table, type, scope)
                .from(Optional.of(source), Route.KERNEL);
    }

    private static InterfaceAddress primary(Namespace host, InterfaceAddress address) {
        return host.addressesOf(address.link(), IpFamily.IPV4).stream()
                .filter(a -> !a.secondary() && isSameSubnet(a, address))
                .findFirst()
                .orElse(address);
    }

    /** The namespace without an address; with a primary one its secondary ones go, unless they are promoted. */
    static Namespace removed(Namespace host, InterfaceAddress address) {
        List<InterfaceAddress> followers = host.addressesOf(address.link(), IpFamily.IPV4).stream()
                .filter(a -> a.secondary() && !address.secondary() && isSameSubnet(a, address))
                .toList();
        Namespace rest = host;
        for (InterfaceAddress follower : followers) {
            rest = removedOne(rest, follower);
        }
        rest = removedOne(rest, address);
        if (!followers.isEmpty() && promotes(host, address)) {
            return withoutSource(promoted(rest, followers), address.address());
        }
        for (InterfaceAddress follower : followers) {
            rest = withoutSource(rest, follower.address());
        }
        return cleared(withoutSource(rest, address.address()), address);
    }

    private static boolean promotes(Namespace host, InterfaceAddress address) {
        String device = host.link(address.link()).orElseThrow().name();
        return host.sysctls().conf(IpFamily.IPV4, device, "promote_secondaries") != 0;
    }

    private static Namespace promoted(Namespace host, List<InterfaceAddress> followers) {
        Namespace result = host;
        for (InterfaceAddress follower : followers) {
            result = added(result, follower.asSecondary(false)).orElseThrow();
        }
        return result;
    }

    private static Namespace removedOne(Namespace host, InterfaceAddress address) {
        Namespace rest = host.withAddresses(host.addresses().minus(address));
        List<Route> wanted = new ArrayList<>();
        rest.addressesOf(address.link(), IpFamily.IPV4).forEach(a -> wanted.addAll(routes(rest, a)));
        List<Route> made = routes(host, address);
        Fib fib = Tables.without(
                rest.fib(), r -> made.contains(r) && wanted.stream().noneMatch(w -> isSame(w, r)));
        return rest.withFib(fib);
    }

    private static boolean isSame(Route a, Route b) {
        return a.table() == b.table()
                && a.type() == b.type()
                && a.destination().equals(b.destination())
                && a.hop().equals(b.hop());
    }

    /** {@code fib_sync_down_addr}: routes of table main that prefer an address which is gone. */
    private static Namespace withoutSource(Namespace host, IpAddress address) {
        if (FibLookup.localType(host.fib(), address) == RouteType.LOCAL) {
            return host;
        }
        Optional<IpAddress> gone = Optional.of(address);
        return host.withFib(Tables.without(
                host.fib(), r -> r.table() == Route.MAIN_TABLE && r.source().equals(gone)));
    }

    /** {@code fib_disable_ip}: with the last address all routes by the device go. */
    private static Namespace cleared(Namespace host, InterfaceAddress last) {
        if (!host.addressesOf(last.link(), IpFamily.IPV4).isEmpty()) {
            return host;
        }
        return host.withFib(Tables.without(
                host.fib(), r -> r.isVia(last.link()) && r.destination().family() == IpFamily.IPV4));
    }
}
