package nfstep.rules.edit;

import java.util.List;
import java.util.Optional;
import nfstep.rules.TableName;

/**
 * {@code -F [CHAIN]}: takes all rules out of a chain; {@code libiptc.c}, {@code TC_FLUSH_ENTRIES}.
 *
 * @param chain none for all chains
 */
public record Flush(TableName table, Optional<String> chain) implements TableEdit {
    @Override
    public String toSyntax() {
        return chain.map(it -> "-F " + it).orElse("-F");
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        if (chain.isPresent() && !draft.has(chain.get())) {
            return Refusal.noChain(draft, chain.get());
        }
        chain.map(List::of).orElseGet(draft::names).forEach(draft::flush);
        return Optional.empty();
    }
}
