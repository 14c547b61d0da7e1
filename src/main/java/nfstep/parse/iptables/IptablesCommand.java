package nfstep.parse.iptables;

import java.util.Optional;
import nfstep.rules.TableName;
import nfstep.rules.edit.TableEdit;
import nfstep.source.Outcome;

/**
 * What an {@code iptables} command line asks for. It first answers, then makes its change; the table that it is about
 * exists from then on, even if the command is refused.
 */
public sealed interface IptablesCommand permits Change, Check, Listing, RuleListing, VersionText {
    /** The table that the command looks at or changes. */
    Optional<TableName> table();

    /** What it prints before its change, with line ends, or why it is refused. */
    Outcome<String> answer(TableView view);

    /** The change that it makes. */
    Optional<TableEdit> edit();
}
