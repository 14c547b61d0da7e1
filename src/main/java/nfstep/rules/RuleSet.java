package nfstep.rules;

import java.util.Collection;
import java.util.Optional;
import nfstep.packet.IpFamily;
import org.pcollections.TreePMap;

/**
 * The tables of one family in one namespace.
 *
 * @param tables those that were used so far: a table that nothing has asked for does not exist
 * @param needsConntrack whether a rule in any of them switches connection tracking on
 */
public record RuleSet(IpFamily family, TreePMap<TableName, Table> tables, boolean needsConntrack) {
    /** No table was used yet. */
    public static RuleSet empty(IpFamily family) {
        return new RuleSet(family, TreePMap.empty(), false);
    }

    /** The table of that name if it was used. */
    public Optional<Table> find(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The table of that name; empty as it would be on first use. */
    public Table table(TableName name) {
        return find(name).orElseGet(() -> Table.empty(name));
    }

    /** The tables that were used, in the order raw, mangle, nat, filter, security. */
    public Collection<Table> used() {
        return tables.values();
    }

    /** These tables with that one put in the place of the one of the same name. */
    public RuleSet with(Table table) {
        TreePMap<TableName, Table> all = tables.plus(table.name(), table);
        boolean needs = all.values().stream()
                .flatMap(t -> t.chains().stream())
                .flatMap(c -> c.rules().stream())
                .anyMatch(Rule::needsConntrack);
        return new RuleSet(family, all, needs);
    }
}
