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

    /** The word that ip(8) prints and reads. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
