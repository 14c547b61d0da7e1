package nfstep.host;

import java.util.Comparator;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;

/** The order in which a kernel lists routes; equal ones stay in the order in which they are asked. */
public final class RouteOrder {
    /** By family, table, destination, type of service and metric. */
    public static final Comparator<Route> LISTED = Comparator.comparing(RouteOrder::family)
            .thenComparingInt(Route::table)
            .thenComparing(Route::destination, RouteOrder::compare)
            .thenComparing(Comparator.comparingInt(Route::tos).reversed())
            .thenComparingLong(Route::metric);

    private RouteOrder() {}

    private static IpFamily family(Route route) {
        return route.destination().family();
    }

    /**
     * {@code net/ipv4/fib_trie.c} walks by address, the longest prefix first; {@code net/ipv6/ip6_fib.c} visits what is
     * in a prefix before the prefix itself.
     */
    private static int compare(Prefix a, Prefix b) {
        if (a.family() == IpFamily.IPV6 && a.length() != b.length() && (a.contains(b) || b.contains(a))) {
            return Integer.compare(b.length(), a.length());
        }
        int byAddress = a.address().compareTo(b.address());
        return byAddress != 0 ? byAddress : Integer.compare(b.length(), a.length());
    }
}
