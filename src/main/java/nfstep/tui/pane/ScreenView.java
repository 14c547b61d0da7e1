package nfstep.tui.pane;

import java.util.List;
import java.util.Map;
import nfstep.tui.Canvas;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.PaneName;
import nfstep.tui.Rect;
import nfstep.tui.Role;

/** Draws the model: header, path bar, sentence, panes, command line, key bar. */
public final class ScreenView {
    private final Map<PaneName, Pane> panes = Map.of(
            PaneName.RULES, new RulesPane(),
            PaneName.STEPS, new StepsPane(),
            PaneName.CONNTRACK, new ConntrackPane(),
            PaneName.PACKET, new PacketPane(),
            PaneName.OUTPUT, new OutputPane());

    /** Draws everything on a blank canvas. */
    public void draw(Model model, Canvas canvas) {
        if (canvas.width() < Layout.MIN_WIDTH || canvas.height() < Layout.MIN_HEIGHT) {
            tooSmall(model, canvas);
            return;
        }
        canvas.row(0, Header.line(model, canvas.width()));
        canvas.row(1, path(model, canvas.width()));
        if (model.help().isPresent()) {
            help(model.help().get(), canvas);
        } else {
            middle(model, canvas);
        }
        new MessageArea(model, canvas).draw(canvas.height() - 2);
        canvas.row(canvas.height() - 1, KeyBar.line(canvas.width()));
    }

    private static Line path(Model model, int width) {
        return model.session().scene().after().focus().skb().isPresent()
                ? PathBar.line(model.session().scene(), width)
                : Header.command(model);
    }

    private void middle(Model model, Canvas canvas) {
        Layout layout = Layout.of(model, canvas.width(), canvas.height());
        List<Line> sentence = SentenceArea.lines(model, canvas.width(), layout.sentenceRows());
        for (int i = 0; i < sentence.size(); i++) {
            canvas.row(2 + i, sentence.get(i));
        }
        layout.panes().forEach(placed -> pane(model, canvas, placed));
    }

    private void pane(Model model, Canvas canvas, Layout.Placed placed) {
        Rect inner = placed.rect().inner();
        boolean focused = placed.pane() == model.focus();
        int scroll = focused ? model.scroll() : 0;
        Room room = new Room(inner.width(), inner.height(), scroll, canvas.glyphs());
        Pane pane = panes.get(placed.pane());
        if (pane == null) {
            throw new IllegalStateException("no pane " + placed.pane());
        }
        Pane.View view = pane.view(model, room);
        canvas.box(placed.rect(), title(placed, view, focused), Line.of(view.footer(), Role.TITLE), focused);
        Canvas inside = canvas.within(inner);
        for (int i = 0; i < view.lines().size(); i++) {
            inside.row(i, view.lines().get(i));
        }
    }

    private static Line title(Layout.Placed placed, Pane.View view, boolean focused) {
        Line title = Line.of(" ");
        if (placed.tabs()) {
            for (PaneName name : PaneName.values()) {
                boolean shown = name == placed.pane();
                String label = name.number() + " " + name.label();
                title = title.plus(shown ? "[" + label + "]" : label, shown ? Role.TITLE_FOCUS : Role.TITLE)
                        .plus(" ");
            }
        } else {
            String label = placed.pane().number() + " " + placed.pane().label();
            title = title.plus(focused ? "[" + label + "]" : label, focused ? Role.TITLE_FOCUS : Role.TITLE)
                    .plus(" ");
        }
        return view.title().isEmpty() ? title : title.plus(view.title() + " ", Role.HEADING);
    }

    private static void help(int from, Canvas canvas) {
        Rect rect = new Rect(0, 2, canvas.width(), canvas.height() - 4);
        Rect inner = rect.inner();
        List<Line> all = HelpView.lines(inner.width());
        int first = Math.max(0, Math.min(from, all.size() - inner.height()));
        Line footer = Line.of("Down Up PgDn PgUp scroll, q closes");
        canvas.box(rect, Line.of(" help "), footer, true);
        Canvas inside = canvas.within(inner);
        for (int i = first; i < Math.min(all.size(), first + inner.height()); i++) {
            inside.row(i - first, all.get(i));
        }
    }

    private static void tooSmall(Model model, Canvas canvas) {
        if (canvas.height() > 0) {
            canvas.print(0, 0, "nfstep needs " + Layout.MIN_WIDTH + "x" + Layout.MIN_HEIGHT, Role.ERROR);
        }
        if (canvas.height() > 1) {
            canvas.print(0, 1, "this is " + canvas.width() + "x" + canvas.height() + "; q quits", Role.TEXT);
        }
        if (model.prompt().isPresent() && canvas.height() > 2) {
            canvas.print(0, 2, ":" + model.prompt().get().text(), Role.PROMPT);
        }
    }
}
