package nfstep.rules.edit;

import java.util.List;
import java.util.Optional;
import nfstep.rules.Action;
import nfstep.rules.Rule;

/** Rules that lead to chains. */
public final class References {
    private References() {}

    /** The chain that a rule leads to. */
    public static Optional<String> target(Rule rule) {
        if (rule.action() instanceof Action.Jump jump) {
            return Optional.of(jump.chain());
        }
        return rule.action() instanceof Action.Goto to ? Optional.of(to.chain()) : Optional.empty();
    }

    public static boolean leadsTo(Rule rule, String chain) {
        return target(rule).filter(chain::equals).isPresent();
    }

    /** Where the first rule is that leads to a chain, such as {@code INPUT rule 3}. */
    static Optional<String> firstTo(TableDraft draft, String chain) {
        for (String from : draft.names()) {
            List<Rule> rules = draft.rules(from);
            for (int i = 0; i < rules.size(); i++) {
                if (leadsTo(rules.get(i), chain)) {
                    return Optional.of(from + " rule " + (i + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** The rule, leading to a chain under its new name. */
    static Rule renamed(Rule rule, String to) {
        Action end = rule.action() instanceof Action.Goto ? new Action.Goto(to) : new Action.Jump(to);
        return rule.withAction(end);
    }
}
