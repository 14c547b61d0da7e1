package nfstep.host.edit;

import java.util.List;
import java.util.function.Predicate;
import nfstep.host.Fib;
import nfstep.host.Route;
import nfstep.host.RouteOrder;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Routes come and go: {@code net/ipv4/fib_trie.c}, {@code fib_table_insert}; {@code net/ipv6/ip6_fib.c}. */
final class Tables {
    private Tables() {}

    /** The tables without the routes for which that holds. */
    static Fib without(Fib fib, Predicate<Route> gone) {
        List<Route> rest = fib.routes().stream().filter(gone.negate()).toList();
        return rest.size() == fib.routes().size() ? fib : fib.withRoutes(TreePVector.from(rest));
    }

    /** The routes in the order in which the tables keep and list them: by table, prefix, type of service and metric. */
    static List<Route> ordered(PVector<Route> routes) {
        return routes.stream().sorted(RouteOrder.LISTED).toList();
    }

    /** The tables with a route that follows from an address, after its equals; once is enough. */
    static Fib with(Fib fib, Route route) {
        return fib.routes().contains(route) ? fib : fib.withRoutes(fib.routes().plus(route));
    }

    /** The tables with a route as a command writes it. */
    static Outcome<Fib> write(Fib fib, Route route, Write write) {
        PVector<Route> routes = fib.routes();
        int first = indexOfEqual(routes, route);
        if (first < 0) {
            return write == Write.CHANGE ? nothingToChange(route) : Outcome.done(fib.withRoutes(routes.plus(route)));
        }
        boolean there = routes.contains(route);
        return switch (write) {
            case ADD -> Answer.exists();
            case REPLACE, CHANGE ->
                there && !routes.get(first).equals(route)
                        ? Answer.exists()
                        : Outcome.done(fib.withRoutes(routes.with(first, route)));
            case APPEND, PREPEND -> there ? Answer.exists() : beside(fib, route, write == Write.PREPEND ? first : -1);
        };
    }

    /** For IPv6 the kernel makes one route with several next hops of it. */
    private static Outcome<Fib> beside(Fib fib, Route route, int at) {
        if (route.destination().family() == IpFamily.IPV6) {
            return Outcome.refused(
                    "Error: this would make a route with several next hops, which nfstep does not model");
        }
        PVector<Route> routes = fib.routes();
        return Outcome.done(fib.withRoutes(at < 0 ? routes.plus(route) : routes.plus(at, route)));
    }

    private static Outcome<Fib> nothingToChange(Route route) {
        return route.destination().family() == IpFamily.IPV4
                ? Answer.errno("No such file or directory")
                : Answer.error("Can not replace route - no match found.");
    }

    private static int indexOfEqual(PVector<Route> routes, Route route) {
        for (int i = 0; i < routes.size(); i++) {
            if (isEqual(routes.get(i), route)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isEqual(Route a, Route b) {
        return a.table() == b.table()
                && a.destination().equals(b.destination())
                && a.tos() == b.tos()
                && a.metric() == b.metric();
    }
}
