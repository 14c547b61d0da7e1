package nfstep.rules.edit;

import java.util.Optional;
import nfstep.rules.Counter;
import nfstep.rules.TableName;

/**
 * {@code -Z CHAIN number}: sets the counter of one rule to zero; {@code libiptc.c}, {@code TC_ZERO_COUNTER}.
 *
 * @param number from 1
 */
public record ZeroRule(TableName table, String chain, int number) implements TableEdit {
    public ZeroRule {
        RuleNumber.check(number);
    }

    @Override
    public String toSyntax() {
        return "-Z " + chain + " " + number;
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        if (!draft.has(chain)) {
            return Refusal.noChain(draft, chain);
        }
        if (number > draft.rules(chain).size()) {
            return Refusal.tooBig(draft, "counter", chain);
        }
        draft.set(draft.rules(chain).get(number - 1), Counter.ZERO);
        return Optional.empty();
    }
}
