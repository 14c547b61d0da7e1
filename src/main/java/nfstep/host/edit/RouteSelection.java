package nfstep.host.edit;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;

/**
 * Which routes a command means: what is not given, any has.
 *
 * @param destination exactly this prefix
 */
public record RouteSelection(IpFamily family, Where where, Optional<Prefix> destination, What what, Hop hop) {
    /** The table; none for all. */
    public record Where(OptionalInt table) {}

    /** What a route is by itself. */
    public record What(
            Optional<RouteType> type,
            OptionalInt tos,
            OptionalLong metric,
            Optional<IpAddress> source,
            Optional<String> origin) {
        /** Any. */
        public static final What ANY = new What(
                Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    /** Where a route leads. */
    public record Hop(Optional<String> device, Optional<IpAddress> gateway) {
        /** Anywhere. */
        public static final Hop ANY = new Hop(Optional.empty(), Optional.empty());
    }

    /** Whether a route is meant. */
    public boolean matches(Namespace host, Route route) {
        return route.destination().family() == family
                && (where.table().isEmpty() || where.table().getAsInt() == route.table())
                && destination.filter(d -> !d.equals(route.destination())).isEmpty()
                && isThat(route)
                && leadsThere(host, route);
    }

    private boolean isThat(Route route) {
        return what.type().filter(t -> t != route.type()).isEmpty()
                && (what.tos().isEmpty() || what.tos().getAsInt() == route.tos())
                && (what.metric().isEmpty() || what.metric().getAsLong() == route.metric())
                && (what.source().isEmpty() || what.source().equals(route.source()))
                && what.origin().filter(o -> !o.equals(route.origin())).isEmpty();
    }

    private boolean leadsThere(Namespace host, Route route) {
        boolean by = hop.device().isEmpty()
                || hop.device()
                        .flatMap(host::link)
                        .map(Link::index)
                        .filter(route::isVia)
                        .isPresent();
        return by && (hop.gateway().isEmpty() || hop.gateway().equals(route.gateway()));
    }
}
