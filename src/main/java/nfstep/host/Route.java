package nfstep.host;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.IpAddress;
import nfstep.packet.Prefix;

/**
 * One route of one table.
 *
 * @param table the table's number: 255 local, 254 main, 253 default
 * @param link the index of the device that packets leave by; none for an error route
 * @param gateway the next hop; none for an on-link destination
 * @param source the preferred source address ({@code src})
 * @param metric a smaller one is preferred
 * @param mtu in bytes, where the route sets one
 * @param origin the word behind {@code proto}: kernel, boot or static
 */
public record Route(
        int table,
        RouteType type,
        Prefix destination,
        OptionalInt link,
        Optional<IpAddress> gateway,
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

    /** Whether packets that take this route leave by that device. */
    public boolean isVia(int index) {
        return link.isPresent() && link.getAsInt() == index;
    }
}
