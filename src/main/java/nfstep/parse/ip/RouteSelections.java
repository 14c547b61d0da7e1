package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.host.edit.DeleteRoute;
import nfstep.host.edit.FlushRoutes;
import nfstep.host.edit.RouteSelection;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;
import nfstep.parse.Word;
import nfstep.source.Parsed;

/** {@code ip route del}, {@code flush} and {@code show}: which routes are meant. */
final class RouteSelections {
    private static final Grammar GRAMMAR = Grammar.of(
            "ip route",
            "destination",
            Keyword.value("to", "exact"),
            Keyword.value("via"),
            Keyword.value("dev", "oif"),
            Keyword.value("src"),
            Keyword.shortValue("metric", "priority", "preference"),
            Keyword.shortValue("table"),
            Keyword.shortValue("protocol"),
            Keyword.shortValue("tos", "dsfield"),
            Keyword.value("type"),
            Keyword.unmodelled("root"),
            Keyword.unmodelled("match"),
            Keyword.unmodelled("scope"),
            Keyword.unmodelled("from"),
            Keyword.unmodelled("nexthop"),
            Keyword.unmodelled("cloned"),
            Keyword.unmodelled("cached"),
            Keyword.unmodelled("vrf"));

    private final Call call;
    private final Problems problems;
    private final Values values;

    RouteSelections(Call call, Problems problems) {
        this.call = call;
        this.problems = problems;
        this.values = call.values(problems);
    }

    Parsed<IpCommand> delete() {
        Optional<RouteType> type = RouteCommands.type(call.rest());
        List<Word> words = type.isPresent() ? call.rest().subList(1, call.rest().size()) : call.rest();
        Arguments arguments = Arguments.read(GRAMMAR, words, problems);
        problems.needed(arguments.valueOrBare("to"), "ip route del: the destination is missing: a prefix or 'default'");
        RouteSelection chosen = selection(arguments, type, RouteCommands.usualTable(type.orElse(RouteType.UNICAST)));
        return problems.unless(() -> IpCommand.Change.of(new DeleteRoute(call.namespace(), exactTos(chosen))));
    }

    /** A route for any type of service is another one than a route for a certain one. */
    private static RouteSelection exactTos(RouteSelection chosen) {
        RouteSelection.What what = chosen.what();
        return new RouteSelection(
                chosen.family(),
                chosen.where(),
                chosen.destination(),
                new RouteSelection.What(
                        what.type(), OptionalInt.of(what.tos().orElse(0)), what.metric(), what.source(), what.origin()),
                chosen.hop());
    }

    Parsed<IpCommand> flush() {
        if (call.rest().size() == 1 && call.rest().get(0).is("cache")) {
            return problems.unless(() -> new IpCommand.Change(List.of(), ""));
        }
        if (call.rest().isEmpty()) {
            problems.missing("\"ip route flush\" requires arguments");
        }
        Arguments arguments = Arguments.read(GRAMMAR, call.rest(), problems);
        RouteSelection chosen = selection(arguments, Optional.empty(), Route.MAIN_TABLE);
        return problems.unless(() -> IpCommand.Change.of(new FlushRoutes(call.namespace(), chosen)));
    }

    Parsed<IpCommand> show() {
        Optional<RouteType> type = RouteCommands.type(call.rest());
        List<Word> words = type.isPresent() ? call.rest().subList(1, call.rest().size()) : call.rest();
        Arguments arguments = Arguments.read(GRAMMAR, words, problems);
        RouteSelection chosen = selection(arguments, type, Route.MAIN_TABLE);
        boolean both = isAll(arguments)
                && call.family().isEmpty()
                && chosen.destination().isEmpty();
        return problems.unless(() -> new IpCommand.Show(new RouteListing(call.namespace(), chosen, both)));
    }

    private RouteSelection selection(Arguments arguments, Optional<RouteType> type, int table) {
        Optional<Prefix> destination = destination(arguments);
        OptionalInt where = isAll(arguments)
                ? OptionalInt.empty()
                : OptionalInt.of(arguments.value("table").flatMap(values::table).orElse(table));
        Optional<IpAddress> gateway = arguments.value("via").flatMap(values::address);
        RouteSelection.Hop hop = new RouteSelection.Hop(arguments.value("dev").flatMap(values::device), gateway);
        IpFamily family = call.family()
                .or(() -> destination.map(Prefix::family))
                .or(() -> gateway.map(IpAddress::family))
                .orElse(IpFamily.IPV4);
        Optional<RouteType> named =
                arguments.value("type").flatMap(this::typeOf).or(() -> type);
        return new RouteSelection(family, new RouteSelection.Where(where), destination, what(arguments, named), hop);
    }

    private Optional<RouteType> typeOf(Word word) {
        Optional<RouteType> type = RouteNames.type(word.text());
        if (type.isEmpty()) {
            problems.bad(word, "'" + word.text() + "' is not a type of routes");
        }
        return type;
    }

    private RouteSelection.What what(Arguments arguments, Optional<RouteType> type) {
        return new RouteSelection.What(
                type,
                values.number(arguments.value("tos"), 0, 255),
                arguments
                        .value("metric")
                        .map(w -> values.longNumber(w, 0, 0xffff_ffffL))
                        .orElse(OptionalLong.empty()),
                arguments.value("src").flatMap(values::address),
                arguments.value("protocol").flatMap(values::protocol));
    }

    private Optional<Prefix> destination(Arguments arguments) {
        Optional<Word> word = arguments.valueOrBare("to");
        boolean six = arguments.value("via").filter(w -> w.text().contains(":")).isPresent();
        if (six
                && call.family().isEmpty()
                && word.filter(w -> PrefixText.isEverything(w.text())).isPresent()) {
            return Optional.of(Prefix.any(IpFamily.IPV6));
        }
        return word.flatMap(w ->
                w.text().contains(":") ? new Values(problems, Optional.of(IpFamily.IPV6)).prefix(w) : values.prefix(w));
    }

    private static boolean isAll(Arguments arguments) {
        return arguments.value("table").filter(w -> w.is("all") || w.is("0")).isPresent();
    }
}
