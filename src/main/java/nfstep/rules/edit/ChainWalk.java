package nfstep.rules.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nfstep.rules.Action;
import nfstep.rules.Backend;
import nfstep.rules.Chain;
import nfstep.rules.Hook;
import nfstep.rules.Rule;
import nfstep.rules.Table;

/** A walk through all chains that a hook leads to, without recursion: {@code ip_tables.c}, {@code mark_source_chains}. */
final class ChainWalk {
    private final Table table;
    private final Backend backend;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Deque<Place> path = new ArrayDeque<>();

    ChainWalk(Table table, Backend backend) {
        this.table = table;
        this.backend = backend;
    }

    /** How far one has come in a chain. */
    private final class Place {
        private final Chain chain;
        private final int[] next = {0};

        private Place(Chain chain) {
            this.chain = chain;
        }

        private Optional<String> nextTarget() {
            int live = live(chain, backend);
            while (next[0] < live) {
                Optional<String> target = References.target(chain.rules().get(next[0]++));
                if (target.isPresent()) {
                    return target;
                }
            }
            return Optional.empty();
        }
    }

    /** Notes the hook for each chain that it reaches; the answer is the way along which a chain leads back to itself. */
    Optional<String> from(Chain base, Map<String, Set<Hook>> reached) {
        enter(base);
        while (!path.isEmpty()) {
            Optional<String> target = path.element().nextTarget();
            if (target.isEmpty()) {
                open.remove(path.pop().chain.name());
            } else if (open.contains(target.get())) {
                return Optional.of("chain " + target.get() + " leads back to itself: " + way(target.get()));
            } else if (!seen.contains(target.get())) {
                enter(table.chain(target.get()).orElseThrow());
            }
        }
        Hook hook = base.hook().orElseThrow();
        seen.forEach(name ->
                reached.computeIfAbsent(name, it -> EnumSet.noneOf(Hook.class)).add(hook));
        return Optional.empty();
    }

    /**
     * How many rules of a chain a packet can come to: those behind an unconditional verdict it cannot. {@code
     * nft_chain_validate} looks at them as well.
     */
    static int live(Chain chain, Backend backend) {
        List<Rule> rules = chain.rules();
        for (int i = 0; backend == Backend.LEGACY && i < rules.size(); i++) {
            Action end = rules.get(i).action();
            boolean verdict = end instanceof Action.Standard || end instanceof Action.Return;
            if (verdict && rules.get(i).isUnconditional()) {
                return i + 1;
            }
        }
        return rules.size();
    }

    private void enter(Chain chain) {
        seen.add(chain.name());
        open.add(chain.name());
        path.push(new Place(chain));
    }

    private String way(String back) {
        List<String> names = new ArrayList<>();
        path.descendingIterator().forEachRemaining(place -> names.add(place.chain.name()));
        names.add(back);
        return String.join(" -> ", names.subList(names.indexOf(back), names.size()));
    }
}
