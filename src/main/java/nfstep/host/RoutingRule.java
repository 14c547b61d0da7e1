package nfstep.host;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;

/**
 * One rule of the routing policy database, ip-rule(8).
 *
 * @param priority a smaller one is asked first
 * @param table the table that is looked up when the rule applies; used by {@link RouteType#UNICAST} only
 * @param suppressed a route that is found with a prefix of at most so many bits does not count ({@code
 *     FRA_SUPPRESS_PREFIXLEN}); none takes all
 * @param action UNICAST looks the table up; BLACKHOLE, UNREACHABLE and PROHIBIT end the look-up
 */
public record RoutingRule(
        int priority,
        boolean inverted,
        Prefix from,
        Prefix to,
        Optional<String> in,
        Optional<String> out,
        int mark,
        int markMask,
        int tos,
        int table,
        OptionalInt suppressed,
        RouteType action) {
    public RoutingRule {
        if (priority < 0 || suppressed.orElse(0) < 0 || from.family() != to.family()) {
            throw new IllegalArgumentException("priority " + priority + ", from " + from + " to " + to);
        }
    }

    /** The family of the packets that it is asked for. */
    public IpFamily family() {
        return from.family();
    }
}
