package nfstep.rules.edit;

import java.util.Optional;
import nfstep.rules.TableName;

/** {@code -N CHAIN}: makes an empty chain; {@code libiptc.c}, {@code TC_CREATE_CHAIN}. */
public record NewChain(TableName table, String chain) implements TableEdit {
    @Override
    public String toSyntax() {
        return "-N " + chain;
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        if (draft.isTaken(chain)) {
            return Refusal.exists(draft, chain);
        }
        draft.add(chain);
        return Optional.empty();
    }
}
