package nfstep.tui.pane;

import java.util.Optional;
import java.util.StringJoiner;
import nfstep.event.Focus;
import nfstep.rules.Chain;
import nfstep.trace.Moment;
import nfstep.trace.RuleLine;
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
        return new Rows(
                stack(focus),
                Optional.of(ChainRows.heading()),
                rules + 1,
                Math.max(0, at - 1),
                i -> i < rules ? chain.rule(i + 1) : chain.end(),
                Math.min(at, rules + 1) + "/" + rules);
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
