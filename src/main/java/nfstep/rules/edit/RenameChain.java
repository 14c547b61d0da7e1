package nfstep.rules.edit;

import java.util.Optional;
import nfstep.rules.TableName;

/** {@code -E OLD NEW}: gives a chain another name, also where rules lead to it; {@code TC_RENAME_CHAIN}. */
public record RenameChain(TableName table, String from, String to) implements TableEdit {
    @Override
    public String toSyntax() {
        return "-E " + from + " " + to;
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        if (draft.isTaken(to)) {
            return Refusal.of("File exists", "the name " + to + " is taken in " + Refusal.table(draft));
        }
        if (draft.isBase(from)) {
            return Refusal.of("No chain/target/match by that name", "the built-in chain " + from + " keeps its name");
        }
        if (!draft.has(from)) {
            return Refusal.noChain(draft, from);
        }
        draft.rename(from, to);
        draft.names().forEach(chain -> rename(draft, chain));
        return Optional.empty();
    }

    private void rename(TableDraft draft, String chain) {
        if (draft.rules(chain).stream().anyMatch(rule -> References.leadsTo(rule, from))) {
            draft.edit(chain).replaceAll(rule -> References.leadsTo(rule, from) ? References.renamed(rule, to) : rule);
        }
    }
}
