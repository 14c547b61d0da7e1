package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import nfstep.tui.Model;
import nfstep.tui.PaneName;
import nfstep.tui.Rect;

/**
 * Where everything stands on a screen of that size. The rectangles depend on the size and on what the user chose to see,
 * never on the step, so that nothing jumps while stepping.
 *
 * @param sentenceRows the rows for the sentence, below header and path bar
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
    private static final int HEAD = 2;
    private static final int FOOT = 2;

    Layout {
        panes = List.copyOf(panes);
    }

    static Layout of(Model model, int width, int height) {
        boolean compact = width < STANDARD_WIDTH || height < STANDARD_HEIGHT;
        int sentence = compact ? 3 : 4;
        Rect middle = new Rect(0, HEAD + sentence, width, height - HEAD - sentence - FOOT);
        if (model.zoomed()) {
            return new Layout(sentence, List.of(new Placed(model.focus(), middle, true)));
        }
        if (compact) {
            return new Layout(sentence, compact(model, middle));
        }
        return new Layout(sentence, width >= WIDE_WIDTH ? wide(middle) : standard(model, middle));
    }

    private static List<Placed> compact(Model model, Rect middle) {
        int strip = middle.height() < 16 ? 0 : 6;
        boolean packetInFocus = model.focus() == PaneName.PACKET;
        List<Placed> panes = new ArrayList<>();
        int main = packetInFocus ? middle.height() : middle.height() - strip;
        panes.add(new Placed(model.focus(), middle.top(main), true));
        if (!packetInFocus && strip > 0) {
            panes.add(new Placed(PaneName.PACKET, middle.below(main), false));
        }
        return panes;
    }

    private static List<Placed> standard(Model model, Rect middle) {
        int left = middle.width() * 3 / 5;
        int upper = middle.height() * 3 / 5;
        Rect west = middle.left(left);
        Rect east = middle.rightOf(left);
        PaneName lower = model.focus() == PaneName.OUTPUT ? PaneName.OUTPUT : PaneName.CONNTRACK;
        return List.of(
                new Placed(PaneName.RULES, west.top(upper), false),
                new Placed(lower, west.below(upper), false),
                new Placed(PaneName.PACKET, east.top(upper), false),
                new Placed(PaneName.STEPS, east.below(upper), false));
    }

    private static List<Placed> wide(Rect middle) {
        int first = middle.width() * 45 / 100;
        int second = middle.width() * 25 / 100;
        int upper = middle.height() * 3 / 5;
        Rect west = middle.left(first);
        Rect centre = middle.rightOf(first).left(second);
        Rect east = middle.rightOf(first + second);
        return List.of(
                new Placed(PaneName.RULES, west.top(upper), false),
                new Placed(PaneName.CONNTRACK, west.below(upper), false),
                new Placed(PaneName.PACKET, centre.top(upper), false),
                new Placed(PaneName.OUTPUT, centre.below(upper), false),
                new Placed(PaneName.STEPS, east, false));
    }
}
