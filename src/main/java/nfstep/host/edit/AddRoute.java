package nfstep.host.edit;

import java.util.OptionalInt;
import nfstep.host.Fib;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;

/** {@code ip route add}, {@code replace}, {@code change}, {@code append} and {@code prepend}, ip-route(8). */
public record AddRoute(String namespace, NewRoute route, Write write) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return index(host)
                .then(link -> NextHops.check(host, route, link))
                .then(made -> Tables.write(host.fib(), made, write))
                .then(fib -> Outcome.done(network.with(host.withFib(marked(fib)))));
    }

    private Outcome<OptionalInt> index(Namespace host) {
        return route.to().device().isEmpty()
                ? Outcome.done(OptionalInt.empty())
                : Answer.device(host, route.to().device().get()).then(l -> Outcome.done(OptionalInt.of(l.index())));
    }

    /** {@code inet_rtm_newroute}: from now on sources are always looked up. */
    private Fib marked(Fib fib) {
        boolean local = route.key().type() == RouteType.LOCAL && route.family() == IpFamily.IPV4;
        return local ? fib.withCustomLocal() : fib;
    }

    /** The route with a checked hop, as the tables keep it. */
    static Route kept(NewRoute route, Route.Hop hop) {
        NewRoute.Key key = route.key();
        return Route.to(key.destination(), hop)
                .as(key.table(), key.type(), route.scope())
                .from(route.source(), route.origin())
                .withMetric(key.effectiveMetric())
                .with(key.tos(), route.mtu());
    }
}
