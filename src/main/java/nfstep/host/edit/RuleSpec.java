package nfstep.host.edit;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.host.RouteType;
import nfstep.host.RoutingRule;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;

/**
 * A policy rule as a command writes it: to be added, or as far as it is given to be found.
 *
 * @param priority none lets the kernel choose
 * @param when the packets that it is for
 * @param table none is main for a rule that looks a table up
 * @param suppressed a route with a prefix of at most so many bits does not count; none takes all, or finds any
 * @param action UNICAST looks a table up; none is that for a new rule and any for one that is looked for
 */
public record RuleSpec(
        IpFamily family,
        OptionalInt priority,
        When when,
        OptionalInt table,
        OptionalInt suppressed,
        Optional<RouteType> action) {
    /**
     * The packets that a rule is for.
     *
     * @param markMask 0 if no mark is asked for
     * @param tos 0 if none is asked for
     */
    public record When(
            boolean inverted,
            Prefix from,
            Prefix to,
            Optional<String> in,
            Optional<String> out,
            int mark,
            int markMask,
            int tos) {
        /** All packets of a family. */
        public static When always(IpFamily family) {
            Prefix any = Prefix.any(family);
            return new When(false, any, any, Optional.empty(), Optional.empty(), 0, 0, 0);
        }
    }

    public RuleSpec {
        if (when.from().family() != family || when.to().family() != family) {
            throw new IllegalArgumentException("from " + when.from() + " to " + when.to() + " is not " + family);
        }
    }

    /** The rule with that priority. */
    RoutingRule at(int chosen) {
        return new RoutingRule(
                chosen,
                when.inverted(),
                when.from(),
                when.to(),
                when.in(),
                when.out(),
                when.mark(),
                when.markMask(),
                when.tos(),
                table.orElse(action.filter(a -> a != RouteType.UNICAST).isPresent() ? 0 : nfstep.host.Route.MAIN_TABLE),
                suppressed,
                action.orElse(RouteType.UNICAST));
    }

    /** {@code net/core/fib_rules.c}, {@code rule_find}: whether all that is given is so. */
    public boolean finds(RoutingRule rule) {
        return rule.family() == family
                && (priority.isEmpty() || priority.getAsInt() == rule.priority())
                && (table.isEmpty() || table.getAsInt() == rule.table())
                && (suppressed.isEmpty() || suppressed.equals(rule.suppressed()))
                && action.filter(a -> a != rule.action()).isEmpty()
                && findsWhen(rule);
    }

    private boolean findsWhen(RoutingRule rule) {
        return (when.from().length() == 0 || when.from().equals(rule.from()))
                && (when.to().length() == 0 || when.to().equals(rule.to()))
                && (when.in().isEmpty() || when.in().equals(rule.in()))
                && (when.out().isEmpty() || when.out().equals(rule.out()))
                && (when.markMask() == 0 || (when.mark() == rule.mark() && when.markMask() == rule.markMask()))
                && (when.tos() == 0 || when.tos() == rule.tos());
    }
}
