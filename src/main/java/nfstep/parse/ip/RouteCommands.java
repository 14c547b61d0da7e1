package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.host.Scope;
import nfstep.host.edit.AddRoute;
import nfstep.host.edit.NewRoute;
import nfstep.host.edit.Write;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;
import nfstep.parse.Word;
import nfstep.source.Parsed;

/** {@code ip route}, ip-route(8). */
final class RouteCommands {
    private static final Verbs VERBS = Verbs.of(
            "list", "show", "lst", "get", "add", "change", "chg", "replace", "prepend", "append", "delete", "flush");

    private static final Grammar WRITE = Grammar.of(
            "ip route add",
            "destination",
            Keyword.value("to"),
            Keyword.value("via"),
            Keyword.value("dev", "oif"),
            Keyword.value("src"),
            Keyword.shortValue("metric", "priority", "preference"),
            Keyword.value("mtu"),
            Keyword.shortValue("table"),
            Keyword.shortValue("protocol"),
            Keyword.shortValue("scope"),
            Keyword.shortValue("tos", "dsfield"),
            Keyword.flag("onlink"),
            Keyword.unmodelled("nexthop"),
            Keyword.unmodelled("nhid"),
            Keyword.unmodelled("encap"),
            Keyword.unmodelled("from"),
            Keyword.unmodelled("pref"),
            Keyword.unmodelled("expires"),
            Keyword.unmodelled("advmss"),
            Keyword.unmodelled("window"),
            Keyword.unmodelled("rtt"),
            Keyword.unmodelled("hoplimit"),
            Keyword.unmodelled("lock"),
            Keyword.unmodelled("realms"),
            Keyword.unmodelled("pervasive"));

    private static final int ECN = 3;

    private final Call call;
    private final Problems problems;
    private final Values values;

    private RouteCommands(Call call, Problems problems) {
        this.call = call;
        this.problems = problems;
        this.values = call.values(problems);
    }

    static Parsed<IpCommand> read(Call call) {
        Problems problems = call.problems();
        Optional<String> verb = call.verb("route", VERBS, problems);
        RouteCommands commands = new RouteCommands(call, problems);
        return switch (verb.orElse("")) {
            case "add" -> commands.write(Write.ADD);
            case "change", "chg" -> commands.write(Write.CHANGE);
            case "replace" -> commands.write(Write.REPLACE);
            case "append" -> commands.write(Write.APPEND);
            case "prepend" -> commands.write(Write.PREPEND);
            case "delete" -> new RouteSelections(call, problems).delete();
            case "flush" -> new RouteSelections(call, problems).flush();
            case "get" -> RouteGet.read(call, problems);
            default -> new RouteSelections(call, problems).show();
        };
    }

    /** The type of route that the first word names, if it does. */
    static Optional<RouteType> type(List<Word> words) {
        return words.isEmpty() ? Optional.empty() : RouteNames.type(words.get(0).text());
    }

    private Parsed<IpCommand> write(Write write) {
        Optional<RouteType> type = type(call.rest());
        List<Word> words = type.isPresent() ? call.rest().subList(1, call.rest().size()) : call.rest();
        Arguments arguments = Arguments.read(WRITE, words, problems);
        Optional<NewRoute.Key> key = key(arguments, type.orElse(RouteType.UNICAST));
        Optional<NewRoute.To> to = to(arguments);
        Optional<Scope> scope = arguments.value("scope").flatMap(values::scope);
        Optional<IpAddress> source = arguments.value("src").flatMap(values::address);
        OptionalInt mtu = values.number(arguments.value("mtu"), 0, Integer.MAX_VALUE);
        String origin = arguments.value("protocol").flatMap(values::protocol).orElse(Route.BOOT);
        key.ifPresent(k -> sameFamily(k, arguments));
        return problems.unless(() -> {
            Scope reach = scope.orElse(NewRoute.usualScope(key.orElseThrow().type(), to.orElseThrow()));
            NewRoute route = new NewRoute(key.get(), to.get(), source, reach, mtu, origin);
            return IpCommand.Change.of(new AddRoute(call.namespace(), route, write));
        });
    }

    private Optional<NewRoute.Key> key(Arguments arguments, RouteType type) {
        Optional<Prefix> destination = destination(arguments);
        Optional<Integer> table = arguments.value("table").flatMap(values::table);
        OptionalInt tos = values.number(arguments.value("tos"), 0, 255);
        arguments
                .value("tos")
                .filter(w -> (tos.orElse(0) & ECN) != 0)
                .ifPresent(w -> problems.bad(w, "Invalid dsfield (tos): ECN bits must be 0."));
        OptionalLong metric = arguments
                .value("metric")
                .map(w -> values.longNumber(w, 0, 0xffff_ffffL))
                .orElse(OptionalLong.empty());
        return destination.map(d -> new NewRoute.Key(table.orElse(usualTable(type)), type, d, tos.orElse(0), metric));
    }

    /** iproute2, {@code iproute_modify}. */
    static int usualTable(RouteType type) {
        return switch (type) {
            case LOCAL, BROADCAST, ANYCAST -> Route.LOCAL_TABLE;
            default -> Route.MAIN_TABLE;
        };
    }

    private Optional<Prefix> destination(Arguments arguments) {
        Optional<Word> word = problems.needed(
                arguments.valueOrBare("to"), "ip route: the destination is missing: a prefix or 'default'");
        boolean everything = word.filter(w -> PrefixText.isEverything(w.text())).isPresent();
        if (everything && call.family().isEmpty()) {
            boolean six =
                    arguments.value("via").filter(w -> w.text().contains(":")).isPresent();
            return Optional.of(Prefix.any(six ? IpFamily.IPV6 : IpFamily.IPV4));
        }
        return word.flatMap(values::network);
    }

    private Optional<NewRoute.To> to(Arguments arguments) {
        Optional<String> device = arguments.value("dev").flatMap(values::device);
        Optional<IpAddress> gateway = arguments.value("via").flatMap(values::address);
        return Optional.of(new NewRoute.To(device, gateway, arguments.has("onlink")));
    }

    private void sameFamily(NewRoute.Key key, Arguments arguments) {
        Values same = new Values(problems, Optional.of(key.destination().family()));
        if (problems.none()) {
            arguments.value("via").ifPresent(same::address);
            arguments.value("src").ifPresent(same::address);
        }
    }
}
