package nfstep.tui.pane;

import nfstep.tui.Model;
import nfstep.tui.PaneName;

/** One rectangle of the screen; pure: the model in, rows out. */
interface Pane {
    /** Which pane it is. */
    PaneName name();

    /** What it shows in that room. */
    Rows rows(Model model, Room room);
}
