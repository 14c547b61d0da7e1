package nfstep.rules.edit;

import java.util.Optional;
import nfstep.rules.TableName;

/** {@code -X}: deletes all chains that are not built in, or none: {@code iptables.c}, {@code delete_chain4}. */
public record DeleteChains(TableName table) implements TableEdit {
    @Override
    public String toSyntax() {
        return "-X";
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        for (String chain : draft.regularNames()) {
            Optional<String> refusal = DeleteChain.delete(draft, chain);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }
}
