package nfstep.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nfstep.packet.IpFamily;
import nfstep.rules.Backend;
import nfstep.rules.Chain;
import nfstep.rules.Counter;
import nfstep.rules.EditedTable;
import nfstep.rules.Rule;
import nfstep.rules.StatefulMatch;
import nfstep.rules.Table;
import nfstep.rules.edit.ZeroRule;

/**
 * What becomes of counters and match memories when a table changes.
 *
 * @param world before the change
 */
record TableCounters(Change.RulesEdited change, Table before, EditedTable after, World world) {
    private record Remembering(Counters.MemoryKey key, StatefulMatch match) {}

    /**
     * iptables-legacy replaces the whole table in the kernel: matches start anew and all policy counters are zero, rule
     * counters are carried over; what has a name stays while a rule of any table names it. Then what the command itself
     * sets is set. iptables-nft adds and takes away single rules: the others are not touched.
     *
     * @param edited the state with the changed table and the counters before
     */
    Counters of(Netfilter edited) {
        boolean nft = world.backend() == Backend.NFT;
        Counters result =
                nft ? exchanged(edited) : change.edit().replacesTable() ? restarted(edited) : edited.counters();
        for (EditedTable.Setting setting : after.counters()) {
            result = set(setting, result);
        }
        return result;
    }

    private Counters restarted(Netfilter edited) {
        Counters result = reloaded(edited, matches(before, rule -> true), matches(after.table(), rule -> true));
        for (Chain chain : before.base()) {
            var key = new Counters.PolicyKey(
                    change.family(), before.name(), chain.hook().orElseThrow());
            result = result.withPolicy(key, Counter.ZERO);
        }
        return result;
    }

    private Counters exchanged(Netfilter edited) {
        Set<Long> old = rules(before);
        Set<Long> fresh = rules(after.table());
        Predicate<Rule> gone = rule -> !fresh.contains(rule.id()) || isCopied(rule, edited.counters());
        Predicate<Rule> loaded = rule -> !old.contains(rule.id()) || isCopied(rule, edited.counters());
        return reloaded(edited, matches(before, gone), matches(after.table(), loaded));
    }

    /** A counter is set by a new copy of its rule; of those of a whole chain only where it is not zero already. */
    private boolean isCopied(Rule rule, Counters old) {
        boolean isSet = after.counters().stream()
                .anyMatch(s -> s instanceof EditedTable.Setting.OfRule of && of.id() == rule.id());
        return isSet
                && (change.edit() instanceof ZeroRule || !old.ofRule(rule.id()).equals(Counter.ZERO));
    }

    private static Set<Long> rules(Table table) {
        Set<Long> ids = new TreeSet<>();
        table.chains().forEach(chain -> chain.rules().forEach(rule -> ids.add(rule.id())));
        return ids;
    }

    private Counters reloaded(Netfilter edited, List<Remembering> old, List<Remembering> loaded) {
        List<Counters.MemoryKey> gone =
                new ArrayList<>(old.stream().map(Remembering::key).toList());
        Map<Counters.MemoryKey, StatefulMatch.Memory> named = loaded(edited.counters(), loaded);
        gone.removeIf(
                key -> key instanceof Counters.MemoryKey.Named && (named.containsKey(key) || isNamed(edited, key)));
        Counters result = gone.isEmpty() ? edited.counters() : edited.counters().forgetting(gone);
        for (var entry : named.entrySet()) {
            result = result.withMemory(entry.getKey(), entry.getValue());
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
                        there == null
                                ? it.match().initial(world.now())
                                : it.match().joined(there));
            }
        }
        return named;
    }

    private boolean isNamed(Netfilter edited, Counters.MemoryKey key) {
        for (IpFamily family : IpFamily.values()) {
            for (Table table : edited.rules(family).used()) {
                if (matches(table, rule -> true).stream()
                        .anyMatch(it -> it.key().equals(key))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Remembering> matches(Table table, Predicate<Rule> which) {
        List<Remembering> all = new ArrayList<>();
        for (Chain chain : table.chains()) {
            chain.rules().stream().filter(which).forEach(rule -> addMatches(rule, all));
        }
        return all;
    }

    private static void addMatches(Rule rule, List<Remembering> all) {
        for (int i = 0; i < rule.matches().size(); i++) {
            if (rule.matches().get(i) instanceof StatefulMatch stateful) {
                all.add(new Remembering(Counters.MemoryKey.of(rule, i), stateful));
            }
        }
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
