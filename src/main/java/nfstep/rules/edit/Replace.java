package nfstep.rules.edit;

import java.util.Optional;
import nfstep.rules.TableName;

/**
 * {@code -R CHAIN number rule}: puts a rule in the place of another; its counter starts anew; {@code libiptc.c},
 * {@code TC_REPLACE_ENTRY}.
 *
 * @param number from 1
 */
public record Replace(TableName table, String chain, int number, RuleSpec spec) implements TableEdit {
    public Replace {
        RuleNumber.check(number);
        if (spec.rules().size() != 1) {
            throw new IllegalArgumentException(
                    "a rule replaced by " + spec.rules().size());
        }
    }

    @Override
    public String toSyntax() {
        return "-R " + spec.behind(chain + " " + number);
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        if (!draft.has(chain)) {
            return Refusal.noChain(draft, chain);
        }
        if (number > draft.rules(chain).size()) {
            return Refusal.tooBig(draft, "replacement", chain);
        }
        return Resolved.of(draft, spec).into(rule -> draft.edit(chain).set(number - 1, rule));
    }
}
