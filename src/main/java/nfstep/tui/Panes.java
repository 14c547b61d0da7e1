package nfstep.tui;

import java.util.OptionalInt;

/**
 * Which panes the user looks at, and how.
 *
 * @param focus the pane that keys for moving go to, and in a small window the one that is shown
 * @param side the pane that was last chosen of those that share a place in a larger window
 * @param zoomed whether the focused pane has the whole middle of the screen
 * @param hex whether the packet is shown as bytes too
 * @param scroll how many rows the focused pane is moved away from the step
 * @param search what is looked for
 */
public record Panes(PaneName focus, PaneName side, boolean zoomed, boolean hex, int scroll, Search search) {
    /**
     * A text that is marked in the focused pane.
     *
     * @param row where it was found last, from 0; none if the pane stands at the step
     */
    public record Search(String text, OptionalInt row) {
        /** Nothing is looked for. */
        public static final Search NONE = new Search("", OptionalInt.empty());
    }

    /** As a session begins. */
    public static final Panes FIRST = new Panes(PaneName.RULES, PaneName.CONNTRACK, false, false, 0, Search.NONE);

    /** With another pane in focus, at the step. */
    public Panes focused(PaneName other) {
        PaneName chosen = other.isSide() ? other : side;
        return new Panes(other, chosen, zoomed, hex, 0, new Search(search.text(), OptionalInt.empty()));
    }

    /** With the focused pane zoomed, or not. */
    public Panes zoomed(boolean other) {
        return new Panes(focus, side, other, hex, scroll, search);
    }

    /** With the packet's bytes shown, or not. */
    public Panes withHex(boolean other) {
        return new Panes(focus, side, zoomed, other, scroll, search);
    }

    /** With the focused pane moved by that many rows. */
    public Panes scrolledTo(int rows) {
        return new Panes(focus, side, zoomed, hex, rows, search);
    }

    /** With something else looked for, and the pane moved to where it was found. */
    public Panes searching(Search other) {
        return new Panes(focus, side, zoomed, hex, 0, other);
    }

    /** Back at the step. */
    public Panes atStep() {
        return searching(new Search(search.text(), OptionalInt.empty()));
    }
}
