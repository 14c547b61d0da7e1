package nfstep.rules.edit;

import java.util.Optional;
import nfstep.rules.TableName;

/**
 * {@code -I CHAIN [number] rule}: puts rules before that one, or behind the last; {@code libiptc.c},
 * {@code TC_INSERT_ENTRY}. Of several rules each is put before the one that came before it.
 *
 * @param number from 1
 */
public record Insert(TableName table, String chain, int number, RuleSpec spec) implements TableEdit {
    public Insert {
        RuleNumber.check(number);
    }

    @Override
    public String toSyntax() {
        return "-I " + spec.behind(chain + " " + number);
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        if (!draft.has(chain)) {
            return Refusal.noChain(draft, chain);
        }
        if (number > draft.rules(chain).size() + 1) {
            return Refusal.tooBig(draft, "insertion", chain);
        }
        return Resolved.of(draft, spec).into(rule -> draft.edit(chain).add(number - 1, rule));
    }
}
