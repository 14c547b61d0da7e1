package nfstep.parse.iptables;

import java.util.Optional;
import nfstep.rules.TableName;
import nfstep.rules.edit.DeleteRule;
import nfstep.rules.edit.TableEdit;
import nfstep.source.Outcome;

/**
 * {@code -C CHAIN rule}: whether a rule is there.
 *
 * @param rule the rule, as if it were to be deleted
 */
record Check(DeleteRule rule, boolean verbose) implements IptablesCommand {
    @Override
    public Optional<TableName> table() {
        return Optional.of(rule.table());
    }

    @Override
    public Outcome<String> answer(TableView view) {
        return rule.check(view.table()).then(it -> Outcome.done(verbose ? Telling.of(rule, view) : ""));
    }

    @Override
    public Optional<TableEdit> edit() {
        return Optional.empty();
    }
}
