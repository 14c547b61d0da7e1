package nfstep.rules.edit;

import java.util.List;
import java.util.Optional;
import nfstep.rules.Counter;
import nfstep.rules.TableName;

/**
 * {@code -Z [CHAIN]}: sets the counters of a chain's rules and policy to zero; {@code libiptc.c}, {@code TC_ZERO_ENTRIES}.
 *
 * @param chain none for all chains
 */
public record Zero(TableName table, Optional<String> chain) implements TableEdit {
    @Override
    public String toSyntax() {
        return chain.map(it -> "-Z " + it).orElse("-Z");
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        if (chain.isPresent() && !draft.has(chain.get())) {
            return Refusal.noChain(draft, chain.get());
        }
        for (String name : chain.map(List::of).orElseGet(draft::names)) {
            draft.rules(name).forEach(rule -> draft.set(rule, Counter.ZERO));
            draft.set(draft.chain(name), Counter.ZERO);
        }
        return Optional.empty();
    }
}
