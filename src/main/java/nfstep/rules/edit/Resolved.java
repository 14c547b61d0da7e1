package nfstep.rules.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nfstep.rules.Action;
import nfstep.rules.Rule;

/**
 * The rules of a command with their ends looked up in the table: {@code libiptc.c}, {@code iptcc_map_target}.
 *
 * @param refusal why they cannot be
 */
record Resolved(TableDraft draft, RuleSpec spec, List<Rule> rules, Optional<String> refusal) {
    static Resolved of(TableDraft draft, RuleSpec spec) {
        Optional<String> refusal = refusal(draft, spec.rule().action());
        List<Rule> rules = new ArrayList<>();
        spec.rules().forEach(rule -> rules.add(resolve(draft, rule)));
        return new Resolved(draft, spec, rules, refusal);
    }

    /** Numbers the rules and hands them on one by one. */
    Optional<String> into(Consumer<Rule> place) {
        if (refusal.isEmpty()) {
            rules.forEach(rule -> place.accept(draft.numbered(rule, spec.counter())));
        }
        return refusal;
    }

    private static Optional<String> refusal(TableDraft draft, Action action) {
        if (action instanceof Action.Jump jump) {
            return end(draft, jump.chain(), () -> Refusal.noTarget(draft, jump.chain()));
        }
        if (action instanceof Action.Goto to) {
            return end(draft, to.chain(), () -> Refusal.notForGoto(draft, to.chain()));
        }
        return Optional.empty();
    }

    private static Optional<String> end(TableDraft draft, String chain, Supplier<Optional<String>> missing) {
        if (draft.isBase(chain)) {
            return Refusal.builtInTarget(chain);
        }
        return draft.has(chain) ? Optional.empty() : missing.get();
    }

    /** iptables: "Warning: using chain X, not extension". */
    private static Rule resolve(TableDraft draft, Rule rule) {
        if (rule.action() instanceof Action.Extension it
                && draft.has(it.target().name())) {
            return rule.withAction(new Action.Jump(it.target().name()));
        }
        return rule;
    }
}
