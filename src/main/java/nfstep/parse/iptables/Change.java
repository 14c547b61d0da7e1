package nfstep.parse.iptables;

import java.util.Optional;
import nfstep.rules.TableName;
import nfstep.rules.edit.TableEdit;
import nfstep.source.Outcome;

/**
 * A command that changes a table.
 *
 * @param verbose whether it tells what it does: {@code -v}
 */
record Change(TableEdit change, boolean verbose) implements IptablesCommand {
    @Override
    public Optional<TableName> table() {
        return Optional.of(change.table());
    }

    @Override
    public Outcome<String> answer(TableView view) {
        return Outcome.done(verbose ? Telling.of(change, view) : "");
    }

    @Override
    public Optional<TableEdit> edit() {
        return Optional.of(change);
    }
}
