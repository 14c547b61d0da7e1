package nfstep.rules.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nfstep.rules.Chain;
import nfstep.rules.Counter;
import nfstep.rules.EditedTable;
import nfstep.rules.Rule;
import nfstep.rules.RulesEdit.RuleNumbers;
import nfstep.rules.Table;
import nfstep.rules.TableName;
import org.pcollections.TreePMap;

/** A table while it changes: {@code struct xtc_handle} of {@code libiptc.c}. A chain is copied once, when it changes. */
public final class TableDraft {
    private static final List<String> VERDICTS = List.of("ACCEPT", "DROP", "QUEUE", "RETURN");

    private final Table before;
    private final RuleNumbers numbers;
    private final Map<String, Chain> base = new LinkedHashMap<>();
    private final TreeMap<String, Chain> regular;
    private final TreeSet<String> touched = new TreeSet<>();
    private final Map<String, List<Rule>> open = new LinkedHashMap<>();
    private final List<EditedTable.Setting> settings = new ArrayList<>();

    TableDraft(Table before, RuleNumbers numbers) {
        this.before = before;
        this.numbers = numbers;
        this.regular = new TreeMap<>(before.regular());
        before.base().forEach(chain -> base.put(chain.name(), chain));
    }

    TableName name() {
        return before.name();
    }

    boolean has(String chain) {
        return base.containsKey(chain) || regular.containsKey(chain);
    }

    /** Whether no chain can be made under that name: libiptc takes verdicts for chains there. */
    boolean isTaken(String name) {
        return has(name) || VERDICTS.contains(name);
    }

    boolean isBase(String chain) {
        return base.containsKey(chain);
    }

    /** Names of the base chains in the order of hooks, then those of the others, sorted. */
    List<String> names() {
        List<String> all = new ArrayList<>(base.keySet());
        all.addAll(regular.keySet());
        return all;
    }

    /** Names of the chains that only rules lead to, sorted. */
    List<String> regularNames() {
        return List.copyOf(regular.keySet());
    }

    /** A chain that exists; its rules may be out of date. */
    Chain chain(String name) {
        Chain found = regular.getOrDefault(name, base.get(name));
        if (found == null) {
            throw new IllegalArgumentException("no chain " + name);
        }
        return found;
    }

    /** The rules of a chain that exists, as they are now. */
    List<Rule> rules(String chain) {
        List<Rule> changed = open.get(chain);
        return changed != null ? changed : chain(chain).rules();
    }

    /** The rules of a chain that exists, to be changed. */
    List<Rule> edit(String chain) {
        return open.computeIfAbsent(chain, name -> {
            touched.add(name);
            return new ArrayList<>(chain(name).rules());
        });
    }

    /** Takes all rules out of a chain that exists. */
    void flush(String chain) {
        touched.add(chain);
        open.put(chain, new ArrayList<>());
    }

    void add(String chain) {
        touched.add(chain);
        regular.put(chain, Chain.regular(chain));
    }

    void remove(String chain) {
        touched.add(chain);
        regular.remove(chain);
        open.remove(chain);
    }

    /** Takes over what a chain held under another name; rules that lead to it are not looked at. */
    void rename(String from, String to) {
        List<Rule> rules = rules(from);
        remove(from);
        add(to);
        edit(to).addAll(rules);
    }

    /** Gives a base chain another policy. */
    void replace(Chain chain) {
        base.put(chain.name(), chain);
    }

    /** The rule with a number of its own, and with that counter from now on. */
    Rule numbered(Rule rule, Counter counter) {
        Rule numbered = rule.withId(numbers.next());
        if (!counter.equals(Counter.ZERO)) {
            set(numbered, counter);
        }
        return numbered;
    }

    void set(Rule rule, Counter counter) {
        settings.add(new EditedTable.Setting.OfRule(rule.id(), counter));
    }

    /** Sets the counter of a policy; a chain that is not a base chain has none. */
    void set(Chain chain, Counter counter) {
        chain.hook().ifPresent(hook -> settings.add(new EditedTable.Setting.OfPolicy(hook, counter)));
    }

    EditedTable finish() {
        open.forEach((name, rules) -> {
            Chain chain = chain(name).withRules(rules);
            (chain.isBase() ? base : regular).put(name, chain);
        });
        return new EditedTable(new Table(before.name(), List.copyOf(base.values()), regularAfter()), settings);
    }

    private TreePMap<String, Chain> regularAfter() {
        TreePMap<String, Chain> result = before.regular();
        for (String name : touched) {
            Chain chain = regular.get(name);
            result = chain == null ? result.minus(name) : result.plus(name, chain);
        }
        return result;
    }
}
