package nfstep.tui.pane;

import java.util.List;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.PaneName;

/** One rectangle of the screen; pure: the model in, lines out. */
interface Pane {
    /**
     * What is visible.
     *
     * @param title behind the pane's name
     * @param lines at most as many as there is room for
     * @param footer such as {@code 3/14}
     */
    record View(String title, List<Line> lines, String footer) {
        public View {
            lines = List.copyOf(lines);
        }
    }

    /** Which pane it is. */
    PaneName name();

    /** What is visible of it in that room. */
    View view(Model model, Room room);
}
