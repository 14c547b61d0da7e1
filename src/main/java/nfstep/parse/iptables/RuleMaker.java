package nfstep.parse.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.packet.AddressMask;
import nfstep.parse.Word;
import nfstep.rules.Action;
import nfstep.rules.BaseMatch;
import nfstep.rules.BaseMatch.Negatable;
import nfstep.rules.InterfaceMatch;
import nfstep.rules.Match;
import nfstep.rules.Origin;
import nfstep.rules.Rule;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.Verdict;
import nfstep.rules.edit.RuleSpec;
import nfstep.rules.xt.RuleSetting;
import nfstep.source.Code;
import nfstep.source.Outcome;

/** Makes a rule of the options that describe it: {@code xshared.c}, {@code ipv4_post_parse}. */
final class RuleMaker {
    private final Input input;
    private final CommandParts parts;
    private final TableName table;

    RuleMaker(Input input, CommandParts parts, TableName table) {
        this.input = input;
        this.parts = parts;
        this.table = table;
    }

    RuleSpec make() {
        List<AddressMask> sources = addresses(BaseOption.SOURCE);
        List<AddressMask> destinations = addresses(BaseOption.DESTINATION);
        checkLists(sources, destinations);
        BaseMatch base = new BaseMatch(
                input.family(),
                first(sources, BaseOption.SOURCE),
                first(destinations, BaseOption.DESTINATION),
                device(BaseOption.IN),
                device(BaseOption.OUT),
                new Negatable<>(parts.inverted.contains(BaseOption.PROTOCOL), parts.protocol),
                new Negatable<>(parts.inverted.contains(BaseOption.FRAGMENT), parts.has(BaseOption.FRAGMENT)));
        Origin origin = new Origin(input.source().name(), input.program().span().line());
        Rule rule = new Rule(0, base, matches(base), action(base), origin);
        return new RuleSpec(rule, parts.counter, several(sources), several(destinations));
    }

    private List<AddressMask> addresses(BaseOption option) {
        return parts.option(option).map(it -> Addresses.read(input, it)).orElse(List.of());
    }

    private static List<AddressMask> several(List<AddressMask> addresses) {
        return addresses.size() > 1 ? addresses : List.of();
    }

    private void checkLists(List<AddressMask> sources, List<AddressMask> destinations) {
        if (sources.size() < 2 && destinations.size() < 2) {
            return;
        }
        Word list = parts.option(sources.size() > 1 ? BaseOption.SOURCE : BaseOption.DESTINATION)
                .orElseThrow();
        if (parts.inverted.contains(BaseOption.SOURCE) || parts.inverted.contains(BaseOption.DESTINATION)) {
            throw input.problem(
                    Code.SYNTAX,
                    list,
                    "! not allowed with multiple source or destination IP addresses",
                    "each address would make a rule of its own, and every packet is outside of one of them");
        }
        if (parts.commands.containsKey(BaseOption.REPLACE)) {
            throw input.problem(Code.SYNTAX, list, "Replacement rule does not specify a unique address");
        }
    }

    /** All addresses are no condition, unless they are what a packet must not have. */
    private Negatable<Optional<AddressMask>> first(List<AddressMask> addresses, BaseOption option) {
        boolean inverted = parts.inverted.contains(option);
        boolean given =
                !addresses.isEmpty() && (inverted || !addresses.get(0).mask().isUnspecified());
        return new Negatable<>(inverted, given ? Optional.of(addresses.get(0)) : Optional.empty());
    }

    private Negatable<InterfaceMatch> device(BaseOption option) {
        InterfaceMatch device =
                parts.option(option).map(new Values(input)::device).orElse(InterfaceMatch.ANY);
        return new Negatable<>(parts.inverted.contains(option), device);
    }

    private List<Match> matches(BaseMatch base) {
        List<Match> matches = new ArrayList<>();
        for (Loaded loaded : parts.matches) {
            matches.add(value(loaded, loaded.read(Match.class, setting(base, loaded))));
        }
        return matches;
    }

    /** Without the chain: what the kernel refuses there is found when the whole table is loaded. */
    private RuleSetting setting(BaseMatch base, Loaded loaded) {
        return new RuleSetting(input.family(), table, "", base, loaded.uses());
    }

    private Action action(BaseMatch base) {
        Loaded target = parts.target;
        if (target != null) {
            return new Action.Extension(value(target, target.read(Target.class, setting(base, target))));
        }
        String end = parts.end().map(Word::text).orElse("");
        if (parts.has(BaseOption.GOTO)) {
            return new Action.Goto(end);
        }
        return switch (end) {
            case "" -> new Action.None();
            case "ACCEPT", "DROP", "QUEUE" -> new Action.Standard(Verdict.valueOf(end));
            case "RETURN" -> new Action.Return();
            default -> new Action.Jump(end);
        };
    }

    private <T> T value(Loaded loaded, Outcome<T> outcome) {
        return outcome.value().orElseThrow(() -> {
            String reason = outcome.refusal().orElse("");
            return input.problem(Code.BAD_VALUE, loaded.blamed(reason), reason);
        });
    }
}
