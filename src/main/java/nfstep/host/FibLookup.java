package nfstep.host;

import nfstep.packet.IpAddress;

/** Look-ups in the routing tables. */
public final class FibLookup {
    private FibLookup() {}

    /** The type that the local table alone gives an address: {@code inet_addr_type}. */
    public static RouteType localType(Fib fib, IpAddress address) {
        if (address.isMulticast()) {
            return RouteType.MULTICAST;
        }
        return fib.routes().stream()
                .filter(r -> r.table() == Route.LOCAL_TABLE && r.destination().contains(address))
                .max(java.util.Comparator.comparingInt(r -> r.destination().length()))
                .map(Route::type)
                .orElse(RouteType.UNICAST);
    }
}
