package nfstep.rules.edit;

import java.util.List;
import java.util.Optional;
import nfstep.rules.Rule;
import nfstep.rules.Table;
import nfstep.rules.TableName;
import nfstep.source.Outcome;

/**
 * {@code -D CHAIN rule}: takes the first rule out of a chain that says the same; {@code libiptc.c},
 * {@code TC_DELETE_ENTRY}. The same rule can also be asked for without taking it out: {@code -C}.
 */
public record DeleteRule(TableName table, String chain, RuleSpec spec) implements TableEdit {
    @Override
    public String toSyntax() {
        return "-D " + spec.behind(chain);
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        return found(draft, true);
    }

    /** Whether every rule meant is there, or what {@code -C} says when one is not: {@code TC_CHECK_ENTRY}. */
    public Outcome<Table> check(Table in) {
        Optional<String> refusal = found(new TableDraft(in, () -> 0), false);
        return refusal.isPresent() ? Outcome.refused(refusal.get()) : Outcome.done(in);
    }

    private Optional<String> found(TableDraft draft, boolean remove) {
        Resolved wanted = Resolved.of(draft, spec);
        if (wanted.refusal().isPresent()) {
            return wanted.refusal();
        }
        for (Rule rule : wanted.rules()) {
            int at = draft.has(chain) ? indexOf(rule, draft.rules(chain)) : -1;
            if (at < 0) {
                return Refusal.noRule(draft, chain, rule.toSyntax());
            }
            if (remove) {
                draft.edit(chain).remove(at);
            }
        }
        return Optional.empty();
    }

    private static int indexOf(Rule rule, List<Rule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).sameAs(rule)) {
                return i;
            }
        }
        return -1;
    }
}
