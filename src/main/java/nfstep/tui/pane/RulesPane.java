package nfstep.tui.pane;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import nfstep.event.Focus;
import nfstep.rules.Chain;
import nfstep.trace.Moment;
import nfstep.trace.RuleLine;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.PaneName;

/** The chain that the packet is in; outside of chains, what happens instead. */
final class RulesPane implements Pane {
    @Override
    public PaneName name() {
        return PaneName.RULES;
    }

    @Override
    public Rows rows(Model model, Room room) {
        Moment now = model.scene().after();
        Optional<Focus.Frame> top = now.focus().top();
        Optional<Chain> chain =
                top.flatMap(f -> RuleLine.chain(now.world(), now.focus().namespace(), f.chain()));
        return chain.map(c -> rows(new ChainRows(model, room, top.orElseThrow(), c), now.focus()))
                .orElseGet(() -> new HereView(model, room).rows());
    }

    private static Rows rows(ChainRows chain, Focus focus) {
        int at = chain.frame().rule();
        int rules = chain.chain().rules().size();
        List<Line> current = at >= 1 && at <= rules ? chain.current() : List.of(Line.EMPTY);
        return new Rows(
                stack(focus),
                Optional.of(ChainRows.heading()),
                rules + current.size(),
                Math.max(0, at - 1),
                i -> row(chain, current, i),
                Math.min(at, rules + 1) + "/" + rules);
    }

    private static Line row(ChainRows chain, List<Line> current, int row) {
        int at = chain.frame().rule();
        int behind = row - (at - 1);
        boolean isAtRule = at >= 1 && at <= chain.chain().rules().size();
        if (isAtRule && behind >= 0 && behind < current.size()) {
            return current.get(behind);
        }
        int rule = isAtRule && behind > 0 ? row - current.size() + 2 : row + 1;
        return rule <= chain.chain().rules().size() ? chain.rule(rule) : chain.end();
    }

    /** The chain with those that led into it: {@code filter/FORWARD:1 > DOCKER-USER}. */
    static String stack(Focus focus) {
        StringJoiner stack = new StringJoiner(" > ");
        int last = focus.stack().size() - 1;
        for (int i = 0; i <= last; i++) {
            Focus.Frame frame = focus.stack().get(i);
            stack.add(frame.chain().chain() + (i < last ? ":" + frame.rule() : ""));
        }
        return focus.stack().get(0).chain().table().word() + "/" + stack;
    }
}
