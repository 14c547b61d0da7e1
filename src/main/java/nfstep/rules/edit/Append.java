package nfstep.rules.edit;

import java.util.Optional;
import nfstep.rules.TableName;

/** {@code -A CHAIN rule}: puts rules at the end of a chain; {@code libiptc.c}, {@code TC_APPEND_ENTRY}. */
public record Append(TableName table, String chain, RuleSpec spec) implements TableEdit {
    @Override
    public String toSyntax() {
        return "-A " + spec.behind(chain);
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        if (!draft.has(chain)) {
            return Refusal.noChain(draft, chain);
        }
        return Resolved.of(draft, spec).into(rule -> draft.edit(chain).add(rule));
    }
}
