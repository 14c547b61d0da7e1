package nfstep.host.edit;

import java.util.OptionalInt;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;

/** Whether a route can lead where it says. */
final class NextHops {
    private NextHops() {}

    /** The route as the tables keep it, or why it cannot be. */
    static Outcome<Route> check(Namespace host, NewRoute route, OptionalInt link) {
        if (route.key().type().isError()) {
            boolean bare = link.isEmpty() && route.to().gateway().isEmpty();
            return bare
                    ? Outcome.done(AddRoute.kept(route, Route.Hop.NONE))
                    : Answer.error("Gateway, device and multipath can not be specified for this route type.");
        }
        return route.family() == IpFamily.IPV4
                ? new Ipv4NextHop(host, route, link).check()
                : new Ipv6NextHop(host, route, link).check();
    }

    /** Whether a preferred source may be that: it must be an own address. */
    static boolean isOwn(Namespace host, NewRoute route) {
        return route.source().isEmpty()
                || host.fib().localType(route.source().get()) == RouteType.LOCAL
                || (route.key().type() == RouteType.LOCAL
                        && route.key()
                                .destination()
                                .address()
                                .equals(route.source().get()));
    }
}
