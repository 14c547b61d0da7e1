package nfstep.tui.pane;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.trace.Walk;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.PaneName;
import nfstep.tui.Role;

/** What commands printed up to this step, as a terminal would show it. */
final class OutputPane implements Pane {
    private static final int MOST = 2000;

    @Override
    public PaneName name() {
        return PaneName.OUTPUT;
    }

    @Override
    public Rows rows(Model model, Room room) {
        Deque<Line> lines = new ArrayDeque<>();
        Walk walk = model.session().walk();
        for (int i = model.session().position().event(); i >= 0 && lines.size() < MOST; i--) {
            addFirst(lines, walk.event(i));
        }
        return Rows.of("", List.copyOf(lines), "").around(lines.size());
    }

    private static void addFirst(Deque<Line> lines, Event event) {
        if (event instanceof CommandEvent.Printed printed) {
            List<String> rows = printed.text().lines().toList();
            for (int i = rows.size() - 1; i >= 0; i--) {
                lines.addFirst(Line.of(rows.get(i)));
            }
        } else if (event instanceof CommandEvent.CommandStarted started) {
            lines.addFirst(Line.of(started.sentence(), Role.HEADING));
        } else if (event instanceof CommandEvent.Refused || event instanceof CommandEvent.Expected) {
            lines.addFirst(Line.of(event.sentence(), StepsPane.role(event)));
        }
    }
}
