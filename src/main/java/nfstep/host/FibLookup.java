package nfstep.host;

import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import org.jspecify.annotations.Nullable;

/** Look-ups in the routing tables: {@code net/ipv4/fib_rules.c}, {@code net/ipv4/fib_trie.c}, {@code net/ipv6/route.c}. */
public final class FibLookup {
    private FibLookup() {}

    /** What the policy rules and the tables that they name say of a packet: {@code fib_lookup}. */
    public static FibResult lookup(Namespace host, FlowKey key) {
        return new FibWalk(host, key, Scope.UNIVERSE).result();
    }

    /** How a gateway is looked for: only by routes that reach no farther than the link. */
    public static FibResult gateway(Namespace host, FlowKey key) {
        return new FibWalk(host, key, Scope.LINK).result();
    }

    /** The type that the local table alone gives an address: {@code net/ipv4/fib_frontend.c}, {@code inet_addr_type}. */
    public static RouteType localType(Fib fib, IpAddress address) {
        return localTypeOn(fib, address, 0);
    }

    /**
     * As {@link #localType}, but an entry of another device counts as UNICAST: {@code inet_dev_addr_type}.
     *
     * @param link the index of the device, 0 for any
     */
    public static RouteType localTypeOn(Fib fib, IpAddress address, int link) {
        if (address.isMulticast()) {
            return RouteType.MULTICAST;
        }
        if (address.isLimitedBroadcast() || isZeronet(address)) {
            return RouteType.BROADCAST;
        }
        Route found = localRoute(fib, address);
        return found == null || (link != 0 && !found.isVia(link)) ? RouteType.UNICAST : found.type();
    }

    private static boolean isZeronet(IpAddress address) {
        return address.isUnspecified() && address.family() == IpFamily.IPV4;
    }

    private static @Nullable Route localRoute(Fib fib, IpAddress address) {
        Route best = null;
        for (Route route : fib.routes()) {
            if (route.table() == Route.LOCAL_TABLE
                    && route.destination().contains(address)
                    && (best == null
                            || route.destination().length() > best.destination().length())) {
                best = route;
            }
        }
        return best;
    }
}
