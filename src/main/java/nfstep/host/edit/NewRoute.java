package nfstep.host.edit;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nfstep.host.RouteType;
import nfstep.host.Scope;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;

/**
 * A route as a command writes it.
 *
 * @param key which route of which table it is
 * @param to where it leads
 * @param source the preferred source address ({@code src})
 * @param scope the one that {@code ip} takes if none is written: {@link #usualScope}
 * @param mtu in bytes, where the route sets one
 * @param origin the word behind {@code proto}
 */
public record NewRoute(Key key, To to, Optional<IpAddress> source, Scope scope, OptionalInt mtu, String origin) {
    /**
     * What tells routes of one table apart.
     *
     * @param metric none is 0, which for IPv6 is 1024
     */
    public record Key(int table, RouteType type, Prefix destination, int tos, OptionalLong metric) {
        /** The metric that the route gets. */
        public long effectiveMetric() {
            long written = metric.orElse(0);
            return written == 0 && destination.family() == IpFamily.IPV6 ? IPV6_METRIC : written;
        }
    }

    /** The next hop, by the name of its device. */
    public record To(Optional<String> device, Optional<IpAddress> gateway, boolean onlink) {
        /** Nowhere. */
        public static final To NOWHERE = new To(Optional.empty(), Optional.empty(), false);
    }

    /** {@code IP6_RT_PRIO_USER}. */
    private static final long IPV6_METRIC = 1024;

    public NewRoute {
        if (to.gateway().filter(g -> g.family() != key.destination().family()).isPresent()) {
            throw new IllegalArgumentException("gateway of another family: " + to.gateway());
        }
    }

    /** The family of its addresses. */
    public IpFamily family() {
        return key.destination().family();
    }

    /** iproute2, {@code iproute_modify}: how far a route reaches that does not say so. */
    public static Scope usualScope(RouteType type, To to) {
        return switch (type) {
            case LOCAL -> Scope.HOST;
            case BROADCAST, MULTICAST, ANYCAST -> Scope.LINK;
            case UNICAST -> to.gateway().isPresent() ? Scope.UNIVERSE : Scope.LINK;
            default -> Scope.UNIVERSE;
        };
    }
}
