package nfstep.host;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.IpAddress;
import nfstep.packet.Prefix;

/**
 * One route of one table.
 *
 * @param table the table's number: 255 local, 254 main, 253 default
 * @param tos the type of service that a packet must have, 0 for any
 * @param hop where packets go; nowhere for an error route
 * @param source the preferred source address ({@code src})
 * @param metric a smaller one is preferred
 * @param mtu in bytes, where the route sets one
 * @param origin the word behind {@code proto}: kernel, boot or static
 */
public record Route(
        int table,
        RouteType type,
        Prefix destination,
        int tos,
        Hop hop,
        Optional<IpAddress> source,
        long metric,
        Scope scope,
        OptionalInt mtu,
        String origin) {
    /** The table that the kernel keeps local and broadcast addresses in. */
    public static final int LOCAL_TABLE = 255;
    /** The table that routes go to when none is named. */
    public static final int MAIN_TABLE = 254;
    /** The table that is asked last. */
    public static final int DEFAULT_TABLE = 253;
    /** The origin of routes that follow from addresses. */
    public static final String KERNEL = "kernel";
    /** The origin of routes that a user adds without a word about it. */
    public static final String BOOT = "boot";

    /**
     * Where a route leads.
     *
     * @param link the index of the device that packets leave by; none for an error route
     * @param gateway the next hop; none for an on-link destination
     * @param onlink whether the gateway is on that link though no route says so
     */
    public record Hop(OptionalInt link, Optional<IpAddress> gateway, boolean onlink) {
        /** Nowhere. */
        public static final Hop NONE = new Hop(OptionalInt.empty(), Optional.empty(), false);

        /** Out by a device, to the destination itself. */
        public static Hop dev(int link) {
            return new Hop(OptionalInt.of(link), Optional.empty(), false);
        }

        /** Out by a device to a gateway. */
        public static Hop via(IpAddress gateway, int link) {
            return new Hop(OptionalInt.of(link), Optional.of(gateway), false);
        }
    }

    /** A unicast route of table main without anything special. */
    public static Route to(Prefix destination, Hop hop) {
        Scope scope = hop.gateway().isPresent() ? Scope.UNIVERSE : Scope.LINK;
        return new Route(
                MAIN_TABLE,
                RouteType.UNICAST,
                destination,
                0,
                hop,
                Optional.empty(),
                0,
                scope,
                OptionalInt.empty(),
                BOOT);
    }

    /** The index of the device that packets leave by; none for an error route. */
    public OptionalInt link() {
        return hop.link();
    }

    /** The next hop; none for an on-link destination. */
    public Optional<IpAddress> gateway() {
        return hop.gateway();
    }

    /** Whether packets that take this route leave by that device. */
    public boolean isVia(int index) {
        return link().isPresent() && link().getAsInt() == index;
    }

    /** Whether it refuses packets instead of leading somewhere. */
    public boolean isError() {
        return type.isError();
    }

    /** The same in another table, of another type, as far as another scope. */
    public Route as(int otherTable, RouteType otherType, Scope otherScope) {
        return new Route(otherTable, otherType, destination, tos, hop, source, metric, otherScope, mtu, origin);
    }

    /** The same with a preferred source, from another origin. */
    public Route from(Optional<IpAddress> preferred, String word) {
        return new Route(table, type, destination, tos, hop, preferred, metric, scope, mtu, word);
    }

    /** The same with another metric. */
    public Route withMetric(long other) {
        return new Route(table, type, destination, tos, hop, source, other, scope, mtu, origin);
    }

    /** The same towards another hop. */
    public Route withHop(Hop other) {
        return new Route(table, type, destination, tos, other, source, metric, scope, mtu, origin);
    }

    /** The same for packets of that type of service only, with that MTU. */
    public Route with(int otherTos, OptionalInt otherMtu) {
        return new Route(table, type, destination, otherTos, hop, source, metric, scope, otherMtu, origin);
    }
}
