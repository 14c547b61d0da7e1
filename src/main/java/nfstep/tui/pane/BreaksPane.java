package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import nfstep.debugger.Breakpoint;
import nfstep.debugger.Stops;
import nfstep.tui.Glyph;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.PaneName;
import nfstep.tui.Role;

/** The breakpoints with their numbers. */
final class BreaksPane implements Pane {
    private static final List<String> HOW = List.of(
            "no breakpoints yet; b sets one at this place, and so do",
            "  :break filter/FORWARD:3    at that rule",
            "  :break nat/DOCKER          at the head of that chain",
            "  :break forward             at that hook",
            "  :break verdict DROP        where a rule or policy says so",
            "  :break translation         where an address or port changes",
            "  :break drop                where a packet ends",
            "c goes on to the next one, C back to the one before");

    @Override
    public PaneName name() {
        return PaneName.BREAKS;
    }

    @Override
    public Rows rows(Model model, Room room) {
        List<Line> lines = new ArrayList<>();
        for (Stops.Stop stop : model.session().stops().stops()) {
            lines.add(line(model, stop, room));
        }
        if (lines.isEmpty()) {
            HOW.forEach(text -> lines.add(Line.of(text, Role.DIM)));
        }
        return Rows.of("", lines, "");
    }

    private static Line line(Model model, Stops.Stop stop, Room room) {
        boolean isHere = stop.breakpoint().hit(model.scene().event()).isPresent();
        String mark = isHere ? room.sign(Glyph.CURRENT) : " ";
        String number = String.format(java.util.Locale.ROOT, "%4d", stop.number());
        Line line = Line.of(mark + sign(stop, room), Role.BREAKPOINT_ON)
                .plus(number, Role.DIM)
                .plus("  " + stop.breakpoint().text());
        return stop.enabled() ? line : line.plus("  disabled", Role.BREAKPOINT_OFF);
    }

    /** The sign of the breakpoint that is set at a place, a blank if there is none. */
    static String sign(Model model, Breakpoint place, Room room) {
        return model.session().stops().stops().stream()
                .filter(stop -> stop.breakpoint().equals(place))
                .findFirst()
                .map(stop -> sign(stop, room))
                .orElse(" ");
    }

    private static String sign(Stops.Stop stop, Room room) {
        return room.sign(stop.enabled() ? Glyph.BREAK_ON : Glyph.BREAK_OFF);
    }
}
