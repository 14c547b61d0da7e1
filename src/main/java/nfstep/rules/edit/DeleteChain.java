package nfstep.rules.edit;

import java.util.Optional;
import nfstep.rules.TableName;

/** {@code -X CHAIN}: deletes an empty chain that no rule leads to; {@code libiptc.c}, {@code TC_DELETE_CHAIN}. */
public record DeleteChain(TableName table, String chain) implements TableEdit {
    @Override
    public String toSyntax() {
        return "-X " + chain;
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        if (!draft.has(chain)) {
            return Refusal.noChain(draft, chain);
        }
        if (draft.isBase(chain)) {
            return Refusal.of("Invalid argument", "the built-in chain " + chain + " cannot be deleted");
        }
        return delete(draft, chain);
    }

    /** Deletes a chain that is there and not built in. */
    static Optional<String> delete(TableDraft draft, String chain) {
        Optional<String> reference = References.firstTo(draft, chain);
        if (reference.isPresent()) {
            return Refusal.of("Too many links", "chain " + chain + " is in use by " + reference.get());
        }
        if (!draft.rules(chain).isEmpty()) {
            return Refusal.of(
                    "Directory not empty", "chain " + chain + " still has rules; -F " + chain + " removes them");
        }
        draft.remove(chain);
        return Optional.empty();
    }
}
