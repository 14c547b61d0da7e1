package nfstep.host.edit;

import nfstep.host.InterfaceAddress;
import nfstep.host.Link;
import nfstep.host.LinkKind;
import nfstep.host.Loopback;
import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.Route;
import nfstep.host.Scope;
import nfstep.packet.IpFamily;
import nfstep.packet.MacAddress;
import org.pcollections.TreePMap;

/**
 * What becomes of addresses and routes when a device is set up or down: {@code net/ipv4/fib_frontend.c},
 * {@code fib_netdev_event}; {@code net/ipv6/addrconf.c}, {@code addrconf_notify}.
 */
final class LinkPower {
    private LinkPower() {}

    /** The namespace with that device up or down, and the vlans on it with it: {@code vlan_device_event}. */
    static Namespace withVlans(Namespace host, Link link, boolean up) {
        Namespace result = up ? up(host, link) : down(host, link);
        for (Link other : host.links().values()) {
            boolean above = other.vlan().filter(v -> v.parent() == link.index()).isPresent();
            if (above && other.up() != up) {
                result = withVlans(result, other, up);
            }
        }
        return result;
    }

    /** The namespace with that device up: the routes that follow from its addresses are there. */
    static Namespace up(Namespace host, Link link) {
        Namespace up = host.with(link.withUp(true));
        if (link.kind() == LinkKind.LOOPBACK) {
            up = Loopback.withIpv6(Loopback.withIpv4(up));
        }
        for (InterfaceAddress address : up.addressesOf(link.index(), IpFamily.IPV4)) {
            up = Ipv4Addresses.withRoutes(up, address);
        }
        return Ipv6Addresses.started(up, up.link(link.index()).orElseThrow());
    }

    /**
     * The namespace with that device down: its IPv6 addresses are gone, and all routes by it but those of its own IPv4
     * addresses ({@code fib_sync_down_dev} spares routes of scope host); its neighbours are forgotten.
     */
    static Namespace down(Namespace host, Link link) {
        Namespace down = Ipv6Addresses.stopped(host.with(link.withUp(false)), link);
        down = down.withFib(
                Tables.without(down.fib(), r -> r.isVia(link.index()) && (r.scope() != Scope.HOST || isIpv6(r))));
        return withoutNeighbours(down, link);
    }

    private static boolean isIpv6(Route route) {
        return route.destination().family() == IpFamily.IPV6;
    }

    private static Namespace withoutNeighbours(Namespace host, Link link) {
        TreePMap<NeighbourKey, MacAddress> rest = host.neighbours();
        for (NeighbourKey key : host.neighbours().keySet()) {
            rest = key.link() == link.index() ? rest.minus(key) : rest;
        }
        return host.withNeighbours(rest);
    }
}
