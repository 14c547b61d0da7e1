package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nfstep.host.RouteType;
import nfstep.host.edit.AddRule;
import nfstep.host.edit.DeleteRule;
import nfstep.host.edit.FlushRules;
import nfstep.host.edit.RuleSpec;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;
import nfstep.parse.Word;
import nfstep.source.Parsed;

/** {@code ip rule}, ip-rule(8). */
final class RuleCommands {
    private static final Verbs VERBS = Verbs.of("list", "lst", "show", "add", "delete", "flush");
    private static final List<String> ACTIONS = List.of("blackhole", "unreachable", "prohibit", "unicast");

    private static final Grammar RULE = Grammar.of(
            "ip rule",
            "",
            Keyword.flag("not"),
            Keyword.value("from"),
            Keyword.value("to"),
            Keyword.value("iif", "dev"),
            Keyword.value("oif"),
            Keyword.value("fwmark"),
            Keyword.shortValue("tos", "dsfield"),
            Keyword.shortValue("table", "lookup"),
            Keyword.shortValue("priority", "preference", "order"),
            Keyword.value("type"),
            Keyword.flag("blackhole"),
            Keyword.flag("unreachable"),
            Keyword.flag("prohibit"),
            Keyword.unmodelled("goto"),
            Keyword.unmodelled("nop"),
            Keyword.unmodelled("nat"),
            Keyword.unmodelled("realms"),
            Keyword.unmodelled("ipproto"),
            Keyword.unmodelled("sport"),
            Keyword.unmodelled("dport"),
            Keyword.unmodelled("uidrange"),
            Keyword.unmodelled("tun_id"),
            Keyword.unmodelled("l3mdev"),
            Keyword.value("suppress_prefixlength", "sup_pl"),
            Keyword.unmodelled("suppress_ifgroup"),
            Keyword.unmodelled("protocol"));

    private final Call call;
    private final Problems problems;
    private final Values values;
    private final IpFamily family;

    private RuleCommands(Call call, Problems problems) {
        this.call = call;
        this.problems = problems;
        this.family = call.family().orElse(IpFamily.IPV4);
        this.values = new Values(problems, Optional.of(family));
    }

    static Parsed<IpCommand> read(Call call) {
        Problems problems = call.problems();
        RuleCommands commands = new RuleCommands(call, problems);
        return switch (call.verb("rule", VERBS, problems).orElse("")) {
            case "add" -> commands.add();
            case "delete" -> commands.delete();
            case "flush" -> commands.flush();
            default -> commands.show();
        };
    }

    private Parsed<IpCommand> add() {
        Optional<RuleSpec> rule = rule();
        return problems.unless(() -> IpCommand.Change.of(new AddRule(call.namespace(), rule.orElseThrow())));
    }

    private Parsed<IpCommand> delete() {
        if (call.rest().isEmpty()) {
            problems.missing("\"ip rule del\" requires arguments");
        }
        Optional<RuleSpec> rule = rule();
        return problems.unless(() -> IpCommand.Change.of(new DeleteRule(call.namespace(), rule.orElseThrow())));
    }

    private Parsed<IpCommand> flush() {
        Arguments.read(Grammar.of("ip rule flush", ""), call.rest(), problems);
        return problems.unless(() -> IpCommand.Change.of(new FlushRules(call.namespace(), family)));
    }

    private Parsed<IpCommand> show() {
        Optional<RuleSpec> rule = rule();
        return problems.unless(() -> new IpCommand.Show(new RuleListing(call.namespace(), rule.orElseThrow())));
    }

    private Optional<RuleSpec> rule() {
        Arguments arguments = Arguments.read(RULE, call.rest(), problems);
        OptionalInt priority = arguments
                .value("priority")
                .map(w -> values.number(w, 0, Integer.MAX_VALUE))
                .orElse(OptionalInt.empty());
        Optional<Integer> table =
                arguments.value("table").filter(w -> !w.is("all")).flatMap(values::table);
        OptionalInt number = table.map(OptionalInt::of).orElse(OptionalInt.empty());
        OptionalInt suppressed = values.number(arguments.value("suppress_prefixlength"), 0, Integer.MAX_VALUE);
        Optional<RouteType> action = action(arguments);
        Optional<RuleSpec.When> when = when(arguments);
        return when.map(w -> new RuleSpec(family, priority, w, number, suppressed, action));
    }

    private Optional<RouteType> action(Arguments arguments) {
        for (String word : ACTIONS) {
            if (arguments.has(word)) {
                return RouteNames.type(word);
            }
        }
        Optional<Word> type = arguments.value("type");
        Optional<RouteType> action =
                type.filter(w -> ACTIONS.contains(w.text())).flatMap(w -> RouteNames.type(w.text()));
        if (type.isPresent() && action.isEmpty()) {
            problems.bad(
                    type.get(), "'" + type.get().text() + "' is not what a rule can do: " + String.join(", ", ACTIONS));
        }
        return action;
    }

    private Optional<RuleSpec.When> when(Arguments arguments) {
        Prefix any = Prefix.any(family);
        Prefix from = arguments.value("from").flatMap(values::prefix).orElse(any);
        Prefix to = arguments.value("to").flatMap(values::prefix).orElse(any);
        Optional<String> in = arguments.value("iif").flatMap(values::device);
        Optional<String> out = arguments.value("oif").flatMap(values::device);
        int[] mark = arguments.value("fwmark").map(this::mark).orElse(new int[] {0, 0});
        int tos = values.number(arguments.value("tos"), 0, 255).orElse(0);
        arguments.value("tos").filter(w -> !isTos(tos)).ifPresent(w -> problems.bad(w, "Invalid tos: " + w.text()));
        return Optional.of(new RuleSpec.When(arguments.has("not"), from, to, in, out, mark[0], mark[1], tos));
    }

    /** {@code fib4_rule_configure}: without the bits of ECN, and as routing looks at them. */
    private static boolean isTos(int tos) {
        return (tos & ~0x1c) == 0;
    }

    /** A mark and a mask behind a slash; a mark alone counts in all its bits. */
    private int[] mark(Word word) {
        int slash = word.text().indexOf('/');
        String value = slash < 0 ? word.text() : word.text().substring(0, slash);
        Optional<Long> mark = Numbers.parse(value).filter(RuleCommands::is32Bits);
        Optional<Long> mask = slash < 0
                ? Optional.of(mark.filter(m -> m == 0).isPresent() ? 0L : 0xffff_ffffL)
                : Numbers.parse(word.text().substring(slash + 1)).filter(RuleCommands::is32Bits);
        if (mark.isEmpty() || mask.isEmpty()) {
            problems.bad(word, "'" + word.text() + "' is not a mark: a number, or a number, '/' and a mask");
        }
        return new int[] {mark.orElse(0L).intValue(), mask.orElse(0L).intValue()};
    }

    private static boolean is32Bits(long number) {
        return number >= 0 && number <= 0xffff_ffffL;
    }
}
