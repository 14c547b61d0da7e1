package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import nfstep.tui.PaneName;
import nfstep.tui.Panes;
import nfstep.tui.Rect;

/**
 * Where everything stands on a screen of that size. The rectangles depend on the size and on what the user chose to see,
 * never on the step, so that nothing jumps while stepping.
 *
 * @param sentenceRows the rows for the sentence, below the path bar
 * @param panes the panes that are shown, with their rectangles
 */
record Layout(int sentenceRows, List<Placed> panes) {
    /** A pane and its rectangle; {@code tabs} if its title lists all panes. */
    record Placed(PaneName pane, Rect rect, boolean tabs) {}

    /** Less than this is too small. */
    static final int MIN_WIDTH = 60;

    static final int MIN_HEIGHT = 16;

    private static final int STANDARD_WIDTH = 100;
    private static final int STANDARD_HEIGHT = 30;
    private static final int WIDE_WIDTH = 160;
    private static final int COMPACT_WITH_STRIP = 15;
    /** The rows of header, journey and path bar. */
    static final int HEAD = 3;
    /** The rows of messages and keys. */
    static final int FOOT = 2;

    Layout {
        panes = List.copyOf(panes);
    }

    static Layout of(Panes shown, int width, int height) {
        boolean compact = width < STANDARD_WIDTH || height < STANDARD_HEIGHT;
        int sentence = compact ? 3 : 4;
        Rect middle = new Rect(0, HEAD + sentence, width, height - HEAD - sentence - FOOT);
        if (shown.zoomed()) {
            return new Layout(sentence, List.of(new Placed(shown.focus(), middle, true)));
        }
        if (compact) {
            return new Layout(sentence, compact(shown, middle));
        }
        return new Layout(sentence, width >= WIDE_WIDTH ? wide(shown, middle) : standard(shown, middle));
    }

    private static List<Placed> compact(Panes shown, Rect middle) {
        int strip = middle.height() < COMPACT_WITH_STRIP ? 0 : 6;
        boolean packetInFocus = shown.focus() == PaneName.PACKET;
        List<Placed> panes = new ArrayList<>();
        int main = packetInFocus ? middle.height() : middle.height() - strip;
        panes.add(new Placed(shown.focus(), middle.top(main), true));
        if (!packetInFocus && strip > 0) {
            panes.add(new Placed(PaneName.PACKET, middle.below(main), false));
        }
        return panes;
    }

    private static List<Placed> standard(Panes shown, Rect middle) {
        int left = middle.width() * 3 / 5;
        int upper = middle.height() * 3 / 5;
        Rect west = middle.left(left);
        Rect east = middle.rightOf(left);
        return List.of(
                new Placed(PaneName.RULES, west.top(upper), false),
                new Placed(shown.side(), west.below(upper), false),
                new Placed(PaneName.PACKET, east.top(upper), false),
                new Placed(PaneName.STEPS, east.below(upper), false));
    }

    /** What was chosen of the side panes has its place there, so that it can always be seen. */
    private static List<Placed> wide(Panes shown, Rect middle) {
        int first = middle.width() * 42 / 100;
        int second = middle.width() * 26 / 100;
        int upper = middle.height() * 3 / 5;
        Rect west = middle.left(first);
        Rect centre = middle.rightOf(first).left(second);
        Rect east = middle.rightOf(first + second);
        PaneName southWest = shown.side() == PaneName.TABLES ? PaneName.TABLES : PaneName.CONNTRACK;
        PaneName south = shown.side() == PaneName.BREAKS ? PaneName.BREAKS : PaneName.OUTPUT;
        return List.of(
                new Placed(PaneName.RULES, west.top(upper), false),
                new Placed(southWest, west.below(upper), false),
                new Placed(PaneName.PACKET, centre.top(upper), false),
                new Placed(south, centre.below(upper), false),
                new Placed(PaneName.STEPS, east.top(upper), false),
                new Placed(PaneName.ROUTES, east.below(upper), false));
    }
}
