package nfstep.parse.ip;

import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RoutingRule;

/** Single routes and policy rules as {@code ip} prints them, without line ends. */
public final class FibText {
    private FibText() {}

    /** A route, without its table. */
    public static String route(Namespace host, Route route) {
        return new RouteText(host, new RouteText.Hidden(true, false, false))
                .line(route)
                .strip();
    }

    /** A policy rule. */
    public static String rule(Namespace host, RoutingRule rule) {
        return RuleListing.line(host, rule).replace('\t', ' ').strip();
    }

    /** The name of a table: {@code main}. */
    public static String table(int number) {
        return RouteNames.table(number);
    }
}
