package nfstep.parse.ip;

import java.util.Optional;
import nfstep.host.NetworkEdit;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.host.edit.AddRoute;
import nfstep.host.edit.AddRule;
import nfstep.host.edit.DeleteRoute;
import nfstep.host.edit.DeleteRule;
import nfstep.host.edit.FlushRoutes;
import nfstep.host.edit.FlushRules;
import nfstep.host.edit.NewRoute;
import nfstep.host.edit.RouteSelection;

/** Changes of routes and policy rules as the words after {@code ip}. */
final class RouteEditText {
    private RouteEditText() {}

    static Optional<String> print(NetworkEdit edit) {
        if (edit instanceof AddRoute add) {
            return Optional.of(RuleText.family(add.route().family()) + "route "
                    + add.write().word() + " " + route(add.route()));
        }
        if (edit instanceof DeleteRoute delete) {
            return Optional.of(selection("route del", delete.selection()));
        }
        return edit instanceof FlushRoutes flush
                ? Optional.of(selection("route flush", flush.selection()))
                : rule(edit);
    }

    private static Optional<String> rule(NetworkEdit edit) {
        if (edit instanceof AddRule add) {
            return Optional.of(RuleText.family(add.rule().family()) + "rule add" + RuleText.words(add.rule()));
        }
        if (edit instanceof DeleteRule delete) {
            return Optional.of(RuleText.family(delete.rule().family()) + "rule del" + RuleText.words(delete.rule()));
        }
        return edit instanceof FlushRules flush
                ? Optional.of(RuleText.family(flush.family()) + "rule flush")
                : Optional.empty();
    }

    private static String route(NewRoute route) {
        NewRoute.Key key = route.key();
        StringBuilder out = new StringBuilder();
        out.append(key.type() == RouteType.UNICAST ? "" : key.type().word() + " ");
        out.append(RouteText.prefix(key.destination()));
        route.to().gateway().ifPresent(g -> out.append(" via ").append(g));
        route.to().device().ifPresent(d -> out.append(" dev ").append(d));
        out.append(route.to().onlink() ? " onlink" : "");
        out.append(" table ").append(RouteNames.table(key.table()));
        route.source().ifPresent(s -> out.append(" src ").append(s));
        key.metric().ifPresent(m -> out.append(" metric ").append(m));
        out.append(key.tos() == 0 ? "" : " tos 0x" + Integer.toHexString(key.tos()));
        out.append(" scope ").append(route.scope().word());
        route.mtu().ifPresent(m -> out.append(" mtu ").append(m));
        out.append(route.origin().equals(Route.BOOT) ? "" : " proto " + route.origin());
        return out.toString();
    }

    private static String selection(String command, RouteSelection chosen) {
        StringBuilder out = new StringBuilder(RuleText.family(chosen.family())).append(command);
        chosen.destination().ifPresent(d -> out.append(" to ").append(RouteText.prefix(d)));
        chosen.hop().gateway().ifPresent(g -> out.append(" via ").append(g));
        chosen.hop().device().ifPresent(d -> out.append(" dev ").append(d));
        int table = chosen.where().table().orElse(0);
        out.append(" table ").append(table == 0 ? "all" : RouteNames.table(table));
        return out + what(chosen.what());
    }

    private static String what(RouteSelection.What what) {
        StringBuilder out = new StringBuilder();
        what.type().ifPresent(t -> out.append(" type ").append(t.word()));
        what.tos().ifPresent(t -> out.append(" tos 0x").append(Integer.toHexString(t)));
        what.metric().ifPresent(m -> out.append(" metric ").append(m));
        what.source().ifPresent(s -> out.append(" src ").append(s));
        what.origin().ifPresent(o -> out.append(" proto ").append(o));
        return out.toString();
    }
}
