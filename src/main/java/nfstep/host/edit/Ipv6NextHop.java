package nfstep.host.edit;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.host.FibLookup;
import nfstep.host.FlowKey;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.packet.IpAddress;
import nfstep.source.Outcome;

/**
 * The checks of a new IPv6 route: {@code net/ipv6/route.c}, {@code fib6_nh_init}, {@code ip6_validate_gw}.
 *
 * @param link the index of the device that the command names
 */
record Ipv6NextHop(Namespace host, NewRoute route, OptionalInt link) {
    /** The route as the table keeps it, or why it cannot be. */
    Outcome<Route> check() {
        return hop().then(this::onDevice)
                .then(hop -> NextHops.isOwn(host, route)
                        ? Outcome.done(AddRoute.kept(route, hop))
                        : Answer.error("Invalid source address."));
    }

    private Outcome<Route.Hop> hop() {
        Optional<IpAddress> gateway = route.to().gateway();
        if (gateway.isPresent()) {
            return via(gateway.get());
        }
        return link.isPresent() ? Outcome.done(Route.Hop.dev(link.getAsInt())) : Answer.errno("No such device");
    }

    private Outcome<Route.Hop> onDevice(Route.Hop hop) {
        Link out = host.link(hop.link().orElseThrow()).orElseThrow();
        if (Ipv6Addresses.isDisabled(host, out)) {
            return Answer.error("IPv6 is disabled on nexthop device.");
        }
        return out.up() ? Outcome.done(hop) : Answer.error("Nexthop device is not up.");
    }

    private Outcome<Route.Hop> via(IpAddress gateway) {
        if (gateway.isMulticast() || gateway.isUnspecified()) {
            return Answer.error("Invalid gateway address.");
        }
        if (FibLookup.localTypeOn(host.fib(), gateway, gateway.isLinkLocal() ? link.orElse(0) : 0) == RouteType.LOCAL) {
            return Answer.error("Gateway can not be a local address.");
        }
        if (gateway.isLinkLocal()) {
            return link.isPresent() ? by(gateway, link.getAsInt()) : Answer.error("Egress device not specified.");
        }
        return route.to().onlink() ? onlink(gateway) : reachable(gateway);
    }

    private Outcome<Route.Hop> onlink(IpAddress gateway) {
        return link.isPresent()
                ? Outcome.done(new Route.Hop(link, Optional.of(gateway), true))
                : Answer.error("Nexthop device required for onlink.");
    }

    /** {@code ip6_route_check_nh}: a gateway is not behind another one. */
    private Outcome<Route.Hop> reachable(IpAddress gateway) {
        FlowKey key = new FlowKey(gateway, IpAddress.any(gateway.family()), 0, 0, 1, link.orElse(0));
        Optional<Route> way = FibLookup.lookup(host, key)
                .route()
                .filter(r -> !r.isError() && r.gateway().isEmpty());
        return way.isPresent() ? by(gateway, way.get().link().orElseThrow()) : Answer.errno("No route to host");
    }

    private static Outcome<Route.Hop> by(IpAddress gateway, int index) {
        return Outcome.done(Route.Hop.via(gateway, index));
    }
}
