package nfstep.state;

import java.util.ArrayList;
import java.util.List;
import nfstep.rules.Chain;
import nfstep.rules.Counter;
import nfstep.rules.EditedTable;
import nfstep.rules.Rule;
import nfstep.rules.StatefulMatch;
import nfstep.rules.Table;

/** What becomes of counters and match memories when a table changes. */
final class TableCounters {
    private TableCounters() {}

    /**
     * iptables-legacy replaces the whole table in the kernel: matches start anew and all policy counters are zero, rule
     * counters are carried over; then what the command itself sets is set.
     */
    static Counters after(Change.RulesEdited change, Table before, EditedTable after, Counters counters) {
        Counters result = change.edit().replacesTable() ? restarted(change, before, counters) : counters;
        for (EditedTable.Setting setting : after.counters()) {
            result = set(change, setting, result);
        }
        return result;
    }

    private static Counters restarted(Change.RulesEdited change, Table before, Counters counters) {
        List<Counters.MemoryKey> keys = new ArrayList<>();
        for (Chain chain : before.chains()) {
            chain.rules().forEach(rule -> addKeys(rule, keys));
        }
        Counters result = keys.isEmpty() ? counters : counters.forgetting(keys);
        for (Chain chain : before.base()) {
            var key = new Counters.PolicyKey(
                    change.family(), before.name(), chain.hook().orElseThrow());
            result = result.withPolicy(key, Counter.ZERO);
        }
        return result;
    }

    private static void addKeys(Rule rule, List<Counters.MemoryKey> keys) {
        for (int i = 0; i < rule.matches().size(); i++) {
            if (rule.matches().get(i) instanceof StatefulMatch) {
                keys.add(new Counters.MemoryKey(rule.id(), i));
            }
        }
    }

    private static Counters set(Change.RulesEdited change, EditedTable.Setting setting, Counters counters) {
        if (setting instanceof EditedTable.Setting.OfRule rule) {
            return counters.withRule(rule.id(), rule.counter());
        }
        var policy = (EditedTable.Setting.OfPolicy) setting;
        var key = new Counters.PolicyKey(change.family(), change.edit().table(), policy.hook());
        return counters.withPolicy(key, policy.counter());
    }
}
