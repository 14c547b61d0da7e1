package nfstep.rules.edit;

import java.util.Optional;
import nfstep.rules.TableName;

/**
 * {@code :CHAIN - [0:0]} of a restore: a chain that is not built in and has no rules yet; {@code iptables-restore.c}.
 *
 * @param keep whether the restore keeps what the table held; then a chain of that name is flushed, else it is refused
 */
public record DeclareChain(TableName table, String chain, boolean keep) implements TableEdit {
    @Override
    public String toSyntax() {
        return ":" + chain + " - [0:0]";
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        if (draft.isBase(chain)) {
            return Optional.empty();
        }
        boolean flushes = draft.has(chain) && keep;
        if (draft.isTaken(chain) && !flushes) {
            String why = draft.has(chain) ? "it is declared twice" : "the name is taken by a verdict";
            return Refusal.of("error creating chain '" + chain + "': File exists", why);
        }
        if (flushes) {
            draft.flush(chain);
        } else {
            draft.add(chain);
        }
        return Optional.empty();
    }
}
