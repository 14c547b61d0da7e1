package nfstep.host.edit;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.host.FibLookup;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.host.Scope;
import nfstep.packet.IpAddress;
import nfstep.source.Outcome;

/**
 * The checks of a new IPv4 route: {@code net/ipv4/fib_semantics.c}, {@code fib_create_info}, {@code fib_check_nh}.
 *
 * @param link the index of the device that the command names
 */
record Ipv4NextHop(Namespace host, NewRoute route, OptionalInt link) {
    /** The route as the table keeps it, or why it cannot be. */
    Outcome<Route> check() {
        if (route.scope().number() < leastScope().number() || route.scope() == Scope.NOWHERE) {
            return Answer.error("Invalid scope.");
        }
        return hop().then(hop -> NextHops.isOwn(host, route)
                ? Outcome.done(AddRoute.kept(route, hop))
                : Answer.error("Invalid prefsrc address."));
    }

    /** {@code fib_props}. */
    private Scope leastScope() {
        return switch (route.key().type()) {
            case LOCAL -> Scope.HOST;
            case BROADCAST, ANYCAST -> Scope.LINK;
            default -> Scope.UNIVERSE;
        };
    }

    private Outcome<Route.Hop> hop() {
        Optional<IpAddress> gateway = route.to().gateway().filter(g -> !g.isUnspecified());
        if (route.scope() == Scope.HOST && gateway.isPresent()) {
            return Answer.error("Route with host scope can not have a gateway.");
        }
        return gateway.isPresent() ? via(gateway.get()) : direct();
    }

    private Outcome<Route.Hop> direct() {
        Optional<Link> device = link.isPresent() ? host.link(link.getAsInt()) : Optional.empty();
        if (device.isEmpty()) {
            return Answer.errno("No such device");
        }
        if (route.to().onlink()) {
            return Answer.error("Invalid flags for nexthop - PERVASIVE and ONLINK can not be set.");
        }
        return device.get().up() || route.scope() == Scope.HOST
                ? Outcome.done(Route.Hop.dev(device.get().index()))
                : Answer.error("Device for nexthop is not up.");
    }

    private Outcome<Route.Hop> via(IpAddress gateway) {
        return route.to().onlink() ? onlink(gateway) : reachable(gateway);
    }

    private Outcome<Route.Hop> onlink(IpAddress gateway) {
        if (route.scope().number() >= Scope.LINK.number()) {
            return Answer.error("Nexthop has invalid scope.");
        }
        if (link.isEmpty()) {
            return Answer.error("Nexthop device required for onlink.");
        }
        if (!host.link(link.getAsInt()).orElseThrow().up()) {
            return Answer.error("Nexthop device is not up.");
        }
        return FibLookup.localTypeOn(host.fib(), gateway, link.getAsInt()) == RouteType.UNICAST
                ? Outcome.done(new Route.Hop(link, Optional.of(gateway), true))
                : invalid();
    }

    /** {@code fib_check_nh_v4_gw}: a route that reaches no farther than the link must lead to it. */
    private Outcome<Route.Hop> reachable(IpAddress gateway) {
        FlowKey key = new FlowKey(gateway, IpAddress.any(gateway.family()), 0, 0, 1, link.orElse(0));
        FibResult found = FibLookup.gateway(host, key);
        Optional<Route> way = found.route().filter(r -> r.type() == RouteType.UNICAST || r.type() == RouteType.LOCAL);
        Optional<Link> out = way.flatMap(r -> host.link(r.link().orElse(0)));
        if (out.isEmpty()) {
            return invalid();
        }
        return out.get().up()
                ? Outcome.done(Route.Hop.via(gateway, out.get().index()))
                : Answer.error("Nexthop device is not up.");
    }

    private static Outcome<Route.Hop> invalid() {
        return Answer.error("Nexthop has invalid gateway.");
    }
}
