package nfstep.host;

import java.util.Optional;
import nfstep.packet.IpFamily;
import org.jspecify.annotations.Nullable;

/** One look-up: policy rules in their order, in each table the longest prefix that can be used. */
record FibWalk(Namespace host, FlowKey key, Scope farthest) {
    /** {@code INET_DSCP_LEGACY_TOS_MASK}: the bits of the type of service that routing looks at. */
    private static final int TOS_MASK = 0x1c;

    /** {@code fib_rules_lookup}. */
    FibResult result() {
        for (RoutingRule rule : host.fib().rules()) {
            if (isAsked(rule)) {
                FibResult answer = answer(rule);
                if (!answer.equals(FibResult.NONE)) {
                    return answer;
                }
            }
        }
        return FibResult.NONE;
    }

    private FibResult answer(RoutingRule rule) {
        if (rule.action() != RouteType.UNICAST) {
            return new FibResult(Optional.of(rule), Optional.empty());
        }
        Route route = best(rule.table());
        if (route == null || route.type() == RouteType.THROW || isSuppressed(rule, route)) {
            return FibResult.NONE;
        }
        RoutingRule by = route.table() == rule.table() ? rule : ruleOf(route.table(), rule);
        return new FibResult(Optional.of(by), Optional.of(route));
    }

    /** {@code fib4_rule_suppress}: a route that refuses ends the look-up before it is asked. */
    private static boolean isSuppressed(RoutingRule rule, Route route) {
        return !route.isError()
                && rule.suppressed().isPresent()
                && route.destination().length() <= rule.suppressed().getAsInt();
    }

    private RoutingRule ruleOf(int table, RoutingRule otherwise) {
        return host.fib().rules().stream()
                .filter(r -> r.family() == otherwise.family() && r.table() == table)
                .findFirst()
                .orElse(otherwise);
    }

    private boolean isAsked(RoutingRule rule) {
        boolean merged = isMerged() && rule.table() == Route.LOCAL_TABLE;
        return rule.family() == family() && !merged && matches(rule) != rule.inverted();
    }

    /** Until a rule is added the table main also holds what is local; then the longest prefix of both wins. */
    private boolean isMerged() {
        return family() == IpFamily.IPV4 && !host.fib().customRules();
    }

    private IpFamily family() {
        return key.destination().family();
    }

    /** {@code fib_rule_match}, {@code fib4_rule_match}. */
    private boolean matches(RoutingRule rule) {
        return rule.from().contains(key.source())
                && rule.to().contains(key.destination())
                && (rule.tos() == 0 || rule.tos() == (key.tos() & TOS_MASK))
                && ((rule.mark() ^ key.mark()) & rule.markMask()) == 0
                && isDevice(rule.in(), key.in())
                && isDevice(rule.out(), key.out());
    }

    private boolean isDevice(Optional<String> name, int index) {
        return name.isEmpty()
                || host.link(name.get()).filter(l -> l.index() == index).isPresent();
    }

    private @Nullable Route best(int table) {
        Route best = null;
        for (Route route : host.fib().routes()) {
            if (isIn(table, route) && fits(route) && (best == null || isBetter(route, best))) {
                best = route;
            }
        }
        return best;
    }

    private boolean isIn(int table, Route route) {
        return route.table() == table
                || (table == Route.MAIN_TABLE && route.table() == Route.LOCAL_TABLE && isMerged());
    }

    /** {@code fib_table_lookup}, {@code fib_lookup_good_nhc}. */
    private boolean fits(Route route) {
        return route.destination().contains(key.destination())
                && (route.tos() == 0 || route.tos() == (key.tos() & TOS_MASK))
                && route.scope().number() >= farthest.number()
                && (route.isError() || leadsOut(route));
    }

    private boolean leadsOut(Route route) {
        return (key.out() == 0 || route.isVia(key.out())) && !isIgnored(route);
    }

    /** {@code ip_ignore_linkdown}: a route by a device without carrier counts unless a setting says otherwise. */
    private boolean isIgnored(Route route) {
        Optional<Link> link = route.link().isPresent() ? host.link(route.link().getAsInt()) : Optional.empty();
        return link.isPresent()
                && !link.get().carrier()
                && route.scope() != Scope.HOST
                && host.sysctls().conf(family(), link.get().name(), "ignore_routes_with_linkdown") != 0;
    }

    private static boolean isBetter(Route route, Route best) {
        int longer = route.destination().length() - best.destination().length();
        int table = route.table() - best.table();
        int tos = route.tos() - best.tos();
        if (longer != 0 || table != 0) {
            return longer != 0 ? longer > 0 : table > 0;
        }
        return tos != 0 ? tos > 0 : route.metric() < best.metric();
    }
}
