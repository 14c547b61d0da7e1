package nfstep.host;

import java.util.Optional;

/**
 * The answer of the routing tables.
 *
 * @param rule the policy rule that led to the answer, if one did
 * @param route the route that won; none when no route was found
 */
public record FibResult(Optional<RoutingRule> rule, Optional<Route> route) {
    /** The answer when no rule and no table had a route. */
    public static final FibResult NONE = new FibResult(Optional.empty(), Optional.empty());

    /** Whether packets can go somewhere by this answer. */
    public boolean isUsable() {
        return route.filter(r -> r.type() == RouteType.UNICAST
                        || r.type() == RouteType.LOCAL
                        || r.type() == RouteType.BROADCAST
                        || r.type() == RouteType.MULTICAST)
                .isPresent();
    }
}
