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

    /** Why there is no way, as the error number that the look-up returns. */
    public enum Failure {
        /** {@code ENETUNREACH}: no route, or a rule of type unreachable. */
        NETWORK_UNREACHABLE("Network is unreachable"),
        /** {@code EHOSTUNREACH}: a route of type unreachable. */
        HOST_UNREACHABLE("No route to host"),
        /** {@code EACCES}: a route or rule of type prohibit. */
        PROHIBITED("Permission denied"),
        /** {@code EINVAL}: a route or rule of type blackhole, or a source that cannot be one. */
        INVALID("Invalid argument");

        private final String words;

        Failure(String words) {
            this.words = words;
        }

        /** What strerror(3) says. */
        public String words() {
            return words;
        }
    }

    /** Whether packets can go somewhere by this answer. */
    public boolean isUsable() {
        return route.filter(r -> !r.isError()).isPresent();
    }

    /** Why there is no way; none if there is one ({@code fib_props}, {@code fib4_rule_action}). */
    public Optional<Failure> failure() {
        if (isUsable()) {
            return Optional.empty();
        }
        RouteType type =
                route.map(Route::type).or(() -> rule.map(RoutingRule::action)).orElse(RouteType.THROW);
        return Optional.of(
                switch (type) {
                    case PROHIBIT -> Failure.PROHIBITED;
                    case BLACKHOLE -> Failure.INVALID;
                    case UNREACHABLE -> route.isPresent() ? Failure.HOST_UNREACHABLE : Failure.NETWORK_UNREACHABLE;
                    default -> Failure.NETWORK_UNREACHABLE;
                });
    }
}
