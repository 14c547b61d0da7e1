package nfstep.tui.pane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.event.Focus;
import nfstep.event.PacketEvent;
import nfstep.event.PathEvent;
import nfstep.state.HookEntry;
import nfstep.trace.Moment;
import nfstep.trace.Position;
import nfstep.trace.Walk;
import nfstep.tui.Glyph;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.Role;

/** What happens where there is no chain: a command, a hook function without rules, routing, a device. */
record HereView(Model model, Room room) {
    private static final int MOST = 200;

    Rows rows() {
        List<Line> lines = new ArrayList<>();
        Walk walk = model.session().walk();
        Position here = model.session().position();
        int current = 0;
        for (int number : group(walk, here.event())) {
            boolean isCurrent = number == here.event();
            current = isCurrent ? lines.size() : current;
            String mark = isCurrent ? room.sign(Glyph.CURRENT) + " " : "  ";
            Role role = isCurrent ? Role.CURRENT_RULE : Role.PASSED;
            addWrapped(lines, mark + walk.event(number).sentence(), role);
        }
        LabComment.at(walk.lab(), walk.event(here.event()), begun())
                .forEach(l -> addWrapped(lines, "  " + l, Role.TEXT));
        commandText(walk.event(here.event())).ifPresent(t -> t.lines().forEach(l -> lines.add(Line.of("  " + l))));
        connection().ifPresent(c -> {
            lines.add(Line.EMPTY);
            ConnectionText.lines(c).forEach(text -> lines.add(Line.of("  " + text, Role.CONNTRACK)));
        });
        return Rows.of(title(), lines, "").around(current);
    }

    /** What comes after the first row stands below its text, not below a sign before it. */
    private void addWrapped(List<Line> lines, String text, Role role) {
        String indent = ListItem.begins(text.stripLeading()) || !text.startsWith(" ") ? "    " : "  ";
        List<Line> rows = Line.of(text, role).wrapped(Math.max(1, room.width() - indent.length()));
        for (int i = 0; i < rows.size(); i++) {
            lines.add(i == 0 ? rows.get(0) : Line.of(indent, role).plus(rows.get(i)));
        }
    }

    /** Whether a packet was sent before this step. */
    private boolean begun() {
        long first = model.session().walk().start().ids().packet();
        return model.scene().before().world().ids().packet() > first;
    }

    /** The events of this hook function, hook, packet or command, up to this one. */
    private static List<Integer> group(Walk walk, int here) {
        Deque<Integer> numbers = new ArrayDeque<>();
        for (int i = here; i >= 0 && numbers.size() < MOST; i--) {
            numbers.addFirst(i);
            if (begins(walk.event(i))) {
                break;
            }
        }
        return List.copyOf(numbers);
    }

    private static boolean begins(Event event) {
        return event instanceof PathEvent.FunctionEntered
                || event instanceof PathEvent.HookEntered
                || event instanceof PathEvent.HookLeft
                || (event instanceof PacketEvent packet && packet.beginsVisit())
                || event instanceof CommandEvent.CommandStarted;
    }

    private static Optional<String> commandText(Event event) {
        if (event instanceof CommandEvent.Printed printed) {
            return Optional.of(printed.text());
        }
        return event instanceof CommandEvent.CommandStarted started
                        && started.text().contains("\n")
                ? Optional.of(started.text())
                : Optional.empty();
    }

    private Optional<Connection> connection() {
        Moment now = model.scene().after();
        return now.focus().skb().flatMap(skb -> now.world()
                .netfilter(now.focus().namespace())
                .connections()
                .connection(skb.ct().connection()));
    }

    private String title() {
        Focus focus = model.scene().after().focus();
        if (focus.function().isPresent()) {
            HookEntry entry = focus.function().get();
            return entry.owner().label() + " at " + entry.hook() + ", priority " + PathBar.priority(entry.priority());
        }
        return focus.where().map(w -> w.hook().name()).orElse(focus.skb().isPresent() ? "on the way" : "command");
    }
}
