package nfstep.rules.xt;

import java.util.List;
import java.util.Optional;
import nfstep.rules.Hook;
import nfstep.rules.TableName;

/**
 * Where the kernel loads an extension.
 *
 * @param tables empty for all
 * @param hooks empty for all
 */
record Place(List<TableName> tables, List<Hook> hooks) {
    /** Everywhere. */
    static final Place ANY = new Place(List.of(), List.of());

    Place {
        tables = List.copyOf(tables);
        hooks = List.copyOf(hooks);
    }

    /** In some tables. */
    static Place in(TableName... tables) {
        return new Place(List.of(tables), List.of());
    }

    /** At some hooks. */
    static Place at(Hook... hooks) {
        return new Place(List.of(), List.of(hooks));
    }

    /** At some hooks of these tables. */
    Place and(Hook... some) {
        return new Place(tables, List.of(some));
    }

    /** Why it is not loaded there; none if it is. */
    Optional<String> refusal(TableName table, Hook hook) {
        Optional<String> refusal = tables.isEmpty() ? Optional.empty() : Places.oneOf(table, tables);
        return hooks.isEmpty() ? refusal : refusal.or(() -> Places.oneOf(hook, hooks));
    }
}
