package nfstep.rules;

import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * One table of one family.
 *
 * @param regular chains that only rules lead to, by name; libiptc keeps and prints them sorted
 */
public record Table(TableName name, List<Chain> base, TreePMap<String, Chain> regular) {
    public Table {
        base = List.copyOf(base);
    }

    /** The table as it is when it is first used: base chains only, all policies ACCEPT. */
    public static Table empty(TableName name) {
        return new Table(name, name.hooks().stream().map(Chain::base).toList(), TreePMap.empty());
    }

    /** The chain of that name, if there is one. */
    public Optional<Chain> chain(String chain) {
        Chain found = regular.get(chain);
        if (found != null) {
            return Optional.of(found);
        }
        return base.stream().filter(c -> c.name().equals(chain)).findFirst();
    }

    /** The base chain of that hook, if the table has one there. */
    public Optional<Chain> base(Hook hook) {
        return base.stream().filter(c -> c.hook().equals(Optional.of(hook))).findFirst();
    }

    /** Base chains in the order of hooks, then the others by name: the order in which iptables prints. */
    public List<Chain> chains() {
        return java.util.stream.Stream.concat(base.stream(), regular.values().stream())
                .toList();
    }

    /** Whether a rule of it turns accounting on when it is loaded. */
    public boolean needsAccounting() {
        return chains().stream().flatMap(chain -> chain.rules().stream()).anyMatch(Rule::needsAccounting);
    }

    /** Whether it has that rule, whatever its counters say. */
    public boolean has(Rule rule) {
        return chains().stream().anyMatch(chain -> chain.rules().stream().anyMatch(r -> r.id() == rule.id()));
    }

    /** This table with that chain put in the place of the one of the same name. */
    public Table with(Chain chain) {
        if (chain.isBase()) {
            List<Chain> others = base.stream()
                    .map(c -> c.name().equals(chain.name()) ? chain : c)
                    .toList();
            return new Table(name, others, regular);
        }
        return new Table(name, base, regular.plus(chain.name(), chain));
    }

    /** This table without that chain. */
    public Table without(String chain) {
        return new Table(name, base, regular.minus(chain));
    }
}
