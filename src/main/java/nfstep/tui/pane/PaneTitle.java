package nfstep.tui.pane;

import nfstep.tui.Line;
import nfstep.tui.PaneName;
import nfstep.tui.Role;

/** What stands in the upper edge of a pane. */
final class PaneTitle {
    private PaneTitle() {}

    /** All panes, the one that is shown in brackets. */
    static Line tabs(PaneName shown) {
        Line title = Line.of(" ");
        for (PaneName name : PaneName.values()) {
            title = title.plus(label(name, name == shown)).plus(" ");
        }
        return title;
    }

    /** The pane, in brackets if keys go to it, and what it shows. */
    static Line of(PaneName name, boolean focused, String of) {
        Line title = Line.of(" ").plus(label(name, focused)).plus(" ");
        return of.isEmpty() ? title : title.plus(of + " ", Role.HEADING);
    }

    private static Line label(PaneName name, boolean focused) {
        String text = name.number() + " " + name.label();
        return Line.of(focused ? "[" + text + "]" : text, focused ? Role.TITLE_FOCUS : Role.TITLE);
    }
}
