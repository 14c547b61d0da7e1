package nfstep.host;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The routing tables of one namespace and the policy rules that choose among them, for both families.
 *
 * @param routes in the order in which they were added
 * @param rules in the order in which they are asked
 */
public record Fib(PVector<Route> routes, PVector<RoutingRule> rules) {
    private static final int[][] INITIAL = {
        {0, Route.LOCAL_TABLE}, {32766, Route.MAIN_TABLE}, {32767, Route.DEFAULT_TABLE}
    };

    /** No route; the rules that a new namespace has: local, main, default. */
    public static Fib initial() {
        PVector<RoutingRule> rules = TreePVector.empty();
        for (IpFamily family : IpFamily.values()) {
            for (int[] entry : INITIAL) {
                rules = rules.plus(lookUp(family, entry[0], entry[1]));
            }
        }
        return new Fib(TreePVector.empty(), rules);
    }

    private static RoutingRule lookUp(IpFamily family, int priority, int table) {
        Prefix any = Prefix.any(family);
        return new RoutingRule(
                priority, false, any, any, Optional.empty(), Optional.empty(), 0, 0, 0, table, RouteType.UNICAST);
    }

    /** These rules with other routes. */
    public Fib withRoutes(PVector<Route> other) {
        return new Fib(other, rules);
    }

    /** These routes with other rules. */
    public Fib withRules(PVector<RoutingRule> other) {
        return new Fib(routes, other);
    }

    /** The type that the local table alone gives an address ({@code inet_addr_type}); UNICAST if it has none. */
    public RouteType localType(IpAddress address) {
        return FibLookup.localType(this, address);
    }
}
