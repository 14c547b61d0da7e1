package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.event.ChainRef;
import nfstep.event.Focus;
import nfstep.packet.IpFamily;
import nfstep.rules.Chain;
import nfstep.rules.RuleSet;
import nfstep.rules.Table;
import nfstep.state.Netfilter;
import nfstep.trace.Moment;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.PaneName;
import nfstep.tui.Role;

/** All rules of the namespace that the walk is in, table by table, with their counters. */
final class TablesPane implements Pane {
    private List<RuleSet> listed = List.of();
    private List<Block> blocks = List.of();

    /**
     * A chain among all rows: a row with its name, its rules, its end.
     *
     * @param first the number of its first row, from 0
     */
    private record Block(ChainRef ref, Chain chain, int first) {
        int rows() {
            return chain.rules().size() + 2;
        }

        Line line(int row, Model model, Room room) {
            if (row == first) {
                return Line.of(ref.path(), Role.HEADING);
            }
            Focus focus = model.scene().after().focus();
            Focus.Frame frame = focus.stack().stream()
                    .filter(f -> f.chain().equals(ref))
                    .reduce((outer, inner) -> inner)
                    .orElse(new Focus.Frame(ref, 0));
            ChainRows rows = new ChainRows(model, room, frame, chain);
            return row < first + rows() - 1 ? rows.rule(row - first) : rows.end();
        }
    }

    @Override
    public PaneName name() {
        return PaneName.TABLES;
    }

    @Override
    public Rows rows(Model model, Room room) {
        Moment now = model.scene().after();
        String namespace = now.focus().namespace();
        list(now.world().netfilter(namespace));
        if (blocks.isEmpty()) {
            return Rows.of(namespace, List.of(Line.of("no table is used here: every packet passes", Role.DIM)), "");
        }
        Block last = blocks.get(blocks.size() - 1);
        return new Rows(
                namespace,
                Optional.empty(),
                last.first() + last.rows(),
                current(now.focus()),
                row -> blockOf(row).line(row, model, room),
                "");
    }

    /** 50,000 rules are listed once, not at every key. */
    private void list(Netfilter netfilter) {
        List<RuleSet> sets = List.of(netfilter.rules(IpFamily.IPV4), netfilter.rules(IpFamily.IPV6));
        if (!isListed(sets)) {
            listed = sets;
            blocks = blocks(sets);
        }
    }

    /** Comparing what is in them would cost as much as listing them. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isListed(List<RuleSet> sets) {
        return listed.size() == sets.size() && listed.get(0) == sets.get(0) && listed.get(1) == sets.get(1);
    }

    private static List<Block> blocks(List<RuleSet> sets) {
        List<Block> all = new ArrayList<>();
        int first = 0;
        for (RuleSet set : sets) {
            for (Table table : set.used()) {
                for (Chain chain : table.chains()) {
                    Block block = new Block(new ChainRef(set.family(), table.name(), chain.name()), chain, first);
                    all.add(block);
                    first += block.rows();
                }
            }
        }
        return List.copyOf(all);
    }

    private Block blockOf(int row) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).first() <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return blocks.get(low);
    }

    private int current(Focus focus) {
        return focus.top()
                .flatMap(frame -> blocks.stream()
                        .filter(b -> b.ref().equals(frame.chain()))
                        .findFirst()
                        .map(b -> b.first() + frame.rule()))
                .orElse(0);
    }
}
