package nfstep.rules.edit;

import java.util.Optional;
import nfstep.rules.EditedTable;
import nfstep.rules.RulesEdit;
import nfstep.rules.Table;
import nfstep.source.Outcome;

/** A change of a table as iptables(8) makes it; what refuses it is {@code libiptc.c} or the kernel. */
public sealed interface TableEdit extends RulesEdit
        permits Append,
                DeclareChain,
                DeleteChain,
                DeleteChains,
                DeleteNumber,
                DeleteRule,
                Flush,
                Insert,
                NewChain,
                RenameChain,
                Replace,
                Restore,
                SetPolicy,
                Zero,
                ZeroRule {
    /** The change as the words behind {@code iptables -t TABLE}. */
    String toSyntax();

    /** Makes the change in the draft, or says why it is refused; then the draft is of no more use. */
    Optional<String> change(TableDraft draft);

    @Override
    default Outcome<EditedTable> applyTo(Table table, RuleNumbers numbers) {
        TableDraft draft = new TableDraft(table, numbers);
        Optional<String> refusal = change(draft);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        EditedTable edited = draft.finish();
        Optional<String> kernel = new TableCheck(edited.table(), numbers.backend()).refusal();
        return kernel.isPresent() ? Outcome.refused(kernel.get()) : Outcome.done(edited);
    }
}
