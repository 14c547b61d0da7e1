package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nfstep.event.PacketEvent;
import nfstep.event.PathEvent;
import nfstep.host.FibResult;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.Route;
import nfstep.host.RouteOrder;
import nfstep.host.RouteType;
import nfstep.host.RoutingRule;
import nfstep.packet.IpFamily;
import nfstep.parse.ip.FibText;
import nfstep.rules.Skb;
import nfstep.trace.Moment;
import nfstep.trace.Walk;
import nfstep.tui.Glyph;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.PaneName;
import nfstep.tui.Role;

/**
 * Where the namespace that the walk is in sends packets: its devices with their addresses, its policy rules, and its
 * tables in the order in which these look them up; what decided on the packet is marked.
 */
final class RoutesPane implements Pane {
    @Override
    public PaneName name() {
        return PaneName.ROUTES;
    }

    @Override
    public Rows rows(Model model, Room room) {
        Moment now = model.scene().after();
        String namespace = now.focus().namespace();
        Network network = now.world().network();
        return network.find(namespace)
                .map(host -> new Listing(network, host, decision(model), room).rows(family(now)))
                .orElseGet(() -> Rows.of(namespace, List.of(), ""));
    }

    private static IpFamily family(Moment now) {
        return now.focus().skb().map(Skb::packet).map(p -> p.family()).orElse(IpFamily.IPV4);
    }

    /** The last answer that the routing tables gave for this packet in this namespace. */
    private static FibResult decision(Model model) {
        Walk walk = model.session().walk();
        for (int i = model.session().position().event(); i >= 0; i--) {
            if (walk.event(i) instanceof PathEvent.Routed routed) {
                return routed.result();
            }
            if (!(walk.event(i) instanceof PacketEvent packet) || packet.beginsVisit()) {
                return FibResult.NONE;
            }
        }
        return FibResult.NONE;
    }

    private record Listing(Network network, Namespace host, FibResult decision, Room room) {
        Rows rows(IpFamily family) {
            List<Line> lines = new ArrayList<>();
            lines.add(Line.of("devices", Role.HEADING));
            host.links().values().forEach(link -> lines.add(Line.of("  " + DeviceText.of(network, host, link))));
            lines.add(Line.of("ip rule", Role.HEADING));
            Set<Integer> tables = new LinkedHashSet<>();
            for (RoutingRule rule : host.fib().rules()) {
                if (rule.family() == family) {
                    add(
                            lines,
                            FibText.rule(host, rule),
                            decision.rule().filter(rule::equals).isPresent());
                    if (rule.action() == RouteType.UNICAST) {
                        tables.add(rule.table());
                    }
                }
            }
            int current = 0;
            for (int table : tables) {
                current = Math.max(current, table(lines, family, table));
            }
            return Rows.of(host.name(), lines, "").around(current);
        }

        /** Adds a table, and returns the row of what won; 0 if nothing in it did. */
        private int table(List<Line> lines, IpFamily family, int table) {
            int current = 0;
            lines.add(Line.of("ip route show table " + FibText.table(table), Role.HEADING));
            List<Route> routes = host.fib().routes().stream()
                    .filter(r -> r.table() == table && r.destination().family() == family)
                    .sorted(RouteOrder.LISTED)
                    .toList();
            for (Route route : routes) {
                boolean won = decision.route().filter(route::equals).isPresent();
                current = won ? lines.size() : current;
                add(lines, FibText.route(host, route), won);
            }
            if (routes.isEmpty()) {
                lines.add(Line.of("  (empty)", Role.DIM));
            }
            return current;
        }

        private void add(List<Line> lines, String text, boolean won) {
            String mark = won ? room.sign(Glyph.CURRENT) : " ";
            lines.add(Line.of(mark + " " + text, won ? Role.CURRENT_RULE : Role.TEXT));
        }
    }
}
