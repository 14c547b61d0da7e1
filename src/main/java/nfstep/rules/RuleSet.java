package nfstep.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nfstep.packet.IpFamily;
import org.pcollections.ConsPStack;
import org.pcollections.TreePMap;

/**
 * The tables of one family in one namespace.
 *
 * @param tables those that were used so far: a table that nothing has asked for does not exist
 * @param newest their names, the one that was used last for the first time first: {@code xt_register_table}
 * @param needsConntrack whether a rule in any of them switches connection tracking on
 * @param needsDefrag whether a rule in any of them has fragments put together
 */
public record RuleSet(
        IpFamily family,
        TreePMap<TableName, Table> tables,
        ConsPStack<TableName> newest,
        boolean needsConntrack,
        boolean needsDefrag) {
    /** No table was used yet. */
    public static RuleSet empty(IpFamily family) {
        return new RuleSet(family, TreePMap.empty(), ConsPStack.empty(), false, false);
    }

    /** The table of that name if it was used. */
    public Optional<Table> find(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The table of that name; empty as it would be on first use. */
    public Table table(TableName name) {
        return find(name).orElseGet(() -> Table.empty(name));
    }

    /** The tables that were used, in the order of {@code /proc/net/ip_tables_names}: newest first. */
    public List<Table> used() {
        List<Table> used = new ArrayList<>();
        newest.forEach(name -> used.add(table(name)));
        return used;
    }

    /** These tables with that one put in the place of the one of the same name. */
    public RuleSet with(Table table) {
        TreePMap<TableName, Table> all = tables.plus(table.name(), table);
        boolean tracked = any(all, Rule::needsConntrack);
        boolean whole = any(all, Rule::needsDefrag);
        boolean known = tables.containsKey(table.name());
        return new RuleSet(family, all, known ? newest : newest.plus(table.name()), tracked, whole);
    }

    private static boolean any(TreePMap<TableName, Table> tables, Predicate<Rule> condition) {
        return tables.values().stream()
                .flatMap(t -> t.chains().stream())
                .flatMap(c -> c.rules().stream())
                .anyMatch(condition);
    }
}
