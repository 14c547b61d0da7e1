package nfstep.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nfstep.packet.IpFamily;
import nfstep.rules.Chain;
import nfstep.rules.Counter;
import nfstep.rules.EditedTable;
import nfstep.rules.StatefulMatch;
import nfstep.rules.Table;

/**
 * What becomes of counters and match memories when a table changes.
 *
 * @param now virtual time in nanoseconds
 */
record TableCounters(Change.RulesEdited change, Table before, EditedTable after, long now) {
    private record Remembering(Counters.MemoryKey key, StatefulMatch match) {}

    /**
     * iptables-legacy replaces the whole table in the kernel: matches start anew and all policy counters are zero, rule
     * counters are carried over; what has a name stays while a rule of any table names it. Then what the command itself
     * sets is set.
     *
     * @param edited the state with the changed table and the counters before
     */
    Counters of(Netfilter edited) {
        Counters result = change.edit().replacesTable() ? restarted(edited) : edited.counters();
        for (EditedTable.Setting setting : after.counters()) {
            result = set(setting, result);
        }
        return result;
    }

    private Counters restarted(Netfilter edited) {
        List<Counters.MemoryKey> gone =
                new ArrayList<>(matches(before).stream().map(Remembering::key).toList());
        List<Remembering> loaded = matches(after.table());
        Map<Counters.MemoryKey, StatefulMatch.Memory> named = loaded(edited.counters(), loaded);
        gone.removeIf(key ->
                key instanceof Counters.MemoryKey.Named && (named.containsKey(key) || isNamedElsewhere(edited, key)));
        Counters result = gone.isEmpty() ? edited.counters() : edited.counters().forgetting(gone);
        for (var entry : named.entrySet()) {
            result = result.withMemory(entry.getKey(), entry.getValue());
        }
        for (Chain chain : before.base()) {
            var key = new Counters.PolicyKey(
                    change.family(), before.name(), chain.hook().orElseThrow());
            result = result.withPolicy(key, Counter.ZERO);
        }
        return result;
    }

    /** The new table is checked while the old one is there still: {@code __do_replace}. */
    private Map<Counters.MemoryKey, StatefulMatch.Memory> loaded(Counters counters, List<Remembering> loaded) {
        Map<Counters.MemoryKey, StatefulMatch.Memory> named = new LinkedHashMap<>();
        for (Remembering it : loaded) {
            if (it.key() instanceof Counters.MemoryKey.Named) {
                StatefulMatch.Memory there = named.containsKey(it.key())
                        ? named.get(it.key())
                        : counters.memory(it.key()).orElse(null);
                named.put(
                        it.key(),
                        there == null ? it.match().initial(now) : it.match().joined(there));
            }
        }
        return named;
    }

    private boolean isNamedElsewhere(Netfilter edited, Counters.MemoryKey key) {
        for (IpFamily family : IpFamily.values()) {
            for (Table table : edited.rules(family).used()) {
                boolean same = family == change.family() && table.name() == before.name();
                if (!same && matches(table).stream().anyMatch(it -> it.key().equals(key))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Remembering> matches(Table table) {
        List<Remembering> all = new ArrayList<>();
        for (Chain chain : table.chains()) {
            for (var rule : chain.rules()) {
                for (int i = 0; i < rule.matches().size(); i++) {
                    if (rule.matches().get(i) instanceof StatefulMatch stateful) {
                        all.add(new Remembering(Counters.MemoryKey.of(rule, i), stateful));
                    }
                }
            }
        }
        return all;
    }

    private Counters set(EditedTable.Setting setting, Counters counters) {
        if (setting instanceof EditedTable.Setting.OfRule rule) {
            return counters.withRule(rule.id(), rule.counter());
        }
        var policy = (EditedTable.Setting.OfPolicy) setting;
        var key = new Counters.PolicyKey(change.family(), change.edit().table(), policy.hook());
        return counters.withPolicy(key, policy.counter());
    }
}
