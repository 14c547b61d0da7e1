package nfstep.rules.edit;

import java.util.Optional;
import nfstep.rules.TableName;

/**
 * {@code -D CHAIN number}: takes a rule out of a chain by its place; {@code libiptc.c}, {@code TC_DELETE_NUM_ENTRY}.
 *
 * @param number from 1
 */
public record DeleteNumber(TableName table, String chain, int number) implements TableEdit {
    public DeleteNumber {
        RuleNumber.check(number);
    }

    @Override
    public String toSyntax() {
        return "-D " + chain + " " + number;
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        if (!draft.has(chain)) {
            return Refusal.noChain(draft, chain);
        }
        if (number > draft.rules(chain).size()) {
            return Refusal.tooBig(draft, "deletion", chain);
        }
        draft.edit(chain).remove(number - 1);
        return Optional.empty();
    }
}
