package nfstep.host;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The routing tables of one namespace and the policy rules that choose among them, for both families.
 *
 * @param routes in the order in which equal ones are asked
 * @param rules in the order in which they are asked
 * @param customRules whether the IPv4 rules were ever changed; until then the kernel keeps the tables local and main as
 *     one, in which the longest prefix wins ({@code net/ipv4/fib_frontend.c}, {@code fib_new_table}, {@code fib_unmerge})
 * @param customLocal whether an IPv4 route of type local was ever added by hand
 */
public record Fib(PVector<Route> routes, PVector<RoutingRule> rules, boolean customRules, boolean customLocal) {
    private static final int MAIN_PRIORITY = 32766;

    /** No route; the rules that a new namespace has: local, main, and for IPv4 default. */
    public static Fib initial() {
        PVector<RoutingRule> rules = TreePVector.empty();
        for (IpFamily family : IpFamily.values()) {
            rules = rules.plus(lookUp(family, 0, Route.LOCAL_TABLE));
            rules = rules.plus(lookUp(family, MAIN_PRIORITY, Route.MAIN_TABLE));
        }
        rules = rules.plus(lookUp(IpFamily.IPV4, MAIN_PRIORITY + 1, Route.DEFAULT_TABLE));
        return new Fib(TreePVector.empty(), rules, false, false);
    }

    private static RoutingRule lookUp(IpFamily family, int priority, int table) {
        Prefix any = Prefix.any(family);
        return new RoutingRule(
                priority,
                false,
                any,
                any,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0,
                table,
                OptionalInt.empty(),
                RouteType.UNICAST);
    }

    /** These rules with other routes. */
    public Fib withRoutes(PVector<Route> other) {
        return new Fib(other, rules, customRules, customLocal);
    }

    /** These routes with other rules. */
    public Fib withRules(PVector<RoutingRule> other) {
        return new Fib(routes, other, customRules, customLocal);
    }

    /** The same from the moment on when a user changed the IPv4 rules. */
    public Fib withCustomRules() {
        return new Fib(routes, rules, true, customLocal);
    }

    /** The same from the moment on when a user added an IPv4 route of type local. */
    public Fib withCustomLocal() {
        return new Fib(routes, rules, customRules, true);
    }

    /** Whether a source address is always looked up: {@code fib_validate_source} has a short cut otherwise. */
    public boolean isCustom() {
        return customRules || customLocal;
    }

    /** The type that the local table alone gives an address ({@code inet_addr_type}); UNICAST if it has none. */
    public RouteType localType(IpAddress address) {
        return FibLookup.localType(this, address);
    }
}
