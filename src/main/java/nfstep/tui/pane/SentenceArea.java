package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.event.Focus;
import nfstep.event.RuleEvent;
import nfstep.trace.RuleLine;
import nfstep.trace.StepView;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.Role;

/** The step in plain words: where the packet is, what happened there, and why. */
final class SentenceArea {
    private SentenceArea() {}

    /** As many rows as that, filled from the top. */
    static List<Line> lines(Model model, int width, int rows) {
        StepView view = StepView.of(model.session().walk(), model.scene());
        var event = model.scene().event();
        List<Line> lines = new ArrayList<>();
        place(model.scene().after().focus()).ifPresent(p -> lines.add(Line.of(" " + p, Role.HEADING)));
        Line.of(view.sentence(), StepsPane.role(event))
                .wrapped(Math.max(1, width - 2))
                .forEach(l -> lines.add(Line.of(" ").plus(l)));
        if (view.rule().isPresent() && !(event instanceof RuleEvent.RuleMatched)) {
            RuleLine rule = view.rule().get();
            List<Line> text = Line.of("rule " + rule.number() + ": " + rule.text(), Role.DIM)
                    .wrapped(Math.max(1, width - 2));
            if (lines.size() + text.size() <= rows) {
                text.forEach(l -> lines.add(Line.of(" ").plus(l)));
            }
        }
        return lines.size() <= rows ? lines : shortened(lines.subList(0, rows), width);
    }

    private static List<Line> shortened(List<Line> lines, int width) {
        List<Line> shown = new ArrayList<>(lines);
        Line last = shown.remove(shown.size() - 1);
        shown.add(last.shortened(width - 4, ' ').plus(" ...", Role.DIM));
        return shown;
    }

    private static Optional<String> place(Focus focus) {
        if (focus.where().isEmpty()) {
            return Optional.empty();
        }
        String hook = focus.namespace() + ", hook " + focus.where().get().hook();
        return Optional.of(focus.function()
                .map(f -> hook + ", " + f.owner().label() + " at priority " + PathBar.priority(f.priority()))
                .orElse(hook));
    }
}
