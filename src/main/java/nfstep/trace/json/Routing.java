package nfstep.trace.json;

import java.util.Optional;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.host.RoutingRule;
import nfstep.host.Scope;
import nfstep.rules.Decision;

/** Codecs of routing decisions and what they came from. Routes are told in full, so that a file needs no look-up. */
final class Routing {
    private static final Codec<Route.Hop> HOP = Codec.object(
            (hop, out) -> out.optional("link", Values.INT, Values.boxed(hop.link()))
                    .optional("via", Values.ADDRESS, hop.gateway())
                    .flag("onlink", hop.onlink()),
            in -> new Route.Hop(
                    Values.unboxed(in.optional("link", Values.INT)),
                    in.optional("via", Values.ADDRESS),
                    in.flag("onlink")));

    static final Codec<Route> ROUTE = Codec.object(
            (route, out) -> out.number("table", route.table())
                    .word("type", route.type())
                    .put("to", Values.PREFIX, route.destination())
                    .numberOr0("tos", route.tos())
                    .put("hop", HOP, route.hop())
                    .optional("source", Values.ADDRESS, route.source())
                    .numberOr0("metric", route.metric())
                    .word("scope", route.scope())
                    .optional("mtu", Values.INT, Values.boxed(route.mtu()))
                    .text("origin", route.origin()),
            Routing::route);

    private static final Codec<RoutingRule> RULE = Codec.object(
            (rule, out) -> out.number("priority", rule.priority())
                    .flag("not", rule.inverted())
                    .put("from", Values.PREFIX, rule.from())
                    .put("to", Values.PREFIX, rule.to())
                    .optional("in", Values.TEXT, rule.in())
                    .optional("out", Values.TEXT, rule.out())
                    .numberOr0("mark", rule.mark())
                    .numberOr0("mask", rule.markMask())
                    .numberOr0("tos", rule.tos())
                    .number("table", rule.table())
                    .optional("suppressed", Values.INT, Values.boxed(rule.suppressed()))
                    .word("action", rule.action()),
            Routing::rule);

    static final Codec<FibResult> RESULT = Codec.object(
            (result, out) -> out.optional("rule", RULE, result.rule()).optional("route", ROUTE, result.route()),
            in -> new FibResult(in.optional("rule", RULE), in.optional("route", ROUTE)));

    static final Codec<FlowKey> FLOW = Codec.object(
            (key, out) -> out.put("to", Values.ADDRESS, key.destination())
                    .put("from", Values.ADDRESS, key.source())
                    .numberOr0("tos", key.tos())
                    .numberOr0("mark", key.mark())
                    .numberOr0("in", key.in())
                    .numberOr0("out", key.out()),
            in -> new FlowKey(
                    in.get("to", Values.ADDRESS),
                    in.get("from", Values.ADDRESS),
                    in.integerOr0("tos"),
                    in.integerOr0("mark"),
                    in.integerOr0("in"),
                    in.integerOr0("out")));

    static final Codec<Decision> DECISION = Codec.object(
            (decision, out) -> out.word("kind", decision.kind())
                    .optional("out", Values.DEVICE, decision.out())
                    .optional("hop", Values.ADDRESS, decision.nextHop())
                    .optional("mtu", Values.INT, Values.boxed(decision.mtu()))
                    .optional("route", ROUTE, decision.route()),
            in -> new Decision(
                    in.word("kind", Decision.Kind.values()),
                    in.optional("out", Values.DEVICE),
                    in.optional("hop", Values.ADDRESS),
                    Values.unboxed(in.optional("mtu", Values.INT)),
                    in.optional("route", ROUTE)));

    /** A decision, or {@code null} where there was one and is none now. */
    static final Codec<Optional<Decision>> DECISION_OR_NULL = Values.orNull(DECISION);

    private Routing() {}

    private static Route route(In in) {
        return new Route(
                in.integer("table"),
                in.word("type", RouteType.values()),
                in.get("to", Values.PREFIX),
                in.integerOr0("tos"),
                in.get("hop", HOP),
                in.optional("source", Values.ADDRESS),
                in.numberOr0("metric"),
                in.word("scope", Scope.values()),
                Values.unboxed(in.optional("mtu", Values.INT)),
                in.text("origin"));
    }

    private static RoutingRule rule(In in) {
        return new RoutingRule(
                in.integer("priority"),
                in.flag("not"),
                in.get("from", Values.PREFIX),
                in.get("to", Values.PREFIX),
                in.optional("in", Values.TEXT),
                in.optional("out", Values.TEXT),
                in.integerOr0("mark"),
                in.integerOr0("mask"),
                in.integerOr0("tos"),
                in.integer("table"),
                Values.unboxed(in.optional("suppressed", Values.INT)),
                in.word("action", RouteType.values()));
    }
}
