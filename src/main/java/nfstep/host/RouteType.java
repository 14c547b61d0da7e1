package nfstep.host;

import java.util.Locale;

/** What a route does with a packet: {@code RTN_*}, ip-route(8). */
public enum RouteType {
    UNICAST,
    LOCAL,
    BROADCAST,
    MULTICAST,
    ANYCAST,
    BLACKHOLE,
    UNREACHABLE,
    PROHIBIT,
    THROW;

    /** Whether a route of this type refuses packets instead of leading somewhere: {@code fib_props}. */
    public boolean isError() {
        return compareTo(BLACKHOLE) >= 0;
    }

    /** The word that ip(8) prints and reads. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
