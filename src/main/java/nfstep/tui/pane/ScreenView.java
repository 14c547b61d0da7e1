package nfstep.tui.pane;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nfstep.debugger.Session;
import nfstep.trace.Moment;
import nfstep.trace.Way;
import nfstep.tui.Canvas;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.PaneName;
import nfstep.tui.Panes;
import nfstep.tui.Rect;
import nfstep.tui.Role;

/** Draws the model: header, path bar, sentence, panes, command line, key bar. */
public final class ScreenView {
    private final Map<PaneName, Pane> panes = Stream.of(
                    new RulesPane(),
                    new StepsPane(),
                    new ConntrackPane(),
                    new PacketPane(),
                    new OutputPane(),
                    new RoutesPane(),
                    new TablesPane(),
                    new BreaksPane())
            .collect(Collectors.toUnmodifiableMap(Pane::name, pane -> pane));

    /** Draws everything on a blank canvas. */
    public void draw(Model model, Canvas canvas) {
        if (canvas.width() < Layout.MIN_WIDTH || canvas.height() < Layout.MIN_HEIGHT) {
            tooSmall(model, canvas);
            return;
        }
        canvas.row(0, Header.line(model, canvas.width()));
        canvas.row(1, way(model, canvas.width()));
        canvas.row(2, path(model, canvas.width()));
        if (model.help().isPresent()) {
            help(model.help().get(), canvas);
        } else {
            middle(model, canvas);
        }
        new MessageArea(model, canvas).draw(canvas.height() - 2);
        canvas.row(canvas.height() - 1, KeyBar.line(canvas.width()));
    }

    /** How far the focused pane is moved when it is moved by so many rows more, on a canvas of that size. */
    public int scrolled(Model model, Canvas canvas, int by) {
        return focused(model, canvas)
                .map(seen -> seen.window(model).scrolled(by, seen.height()))
                .orElse(0);
    }

    /** How many rows of the focused pane a canvas of that size shows, less one that is seen again. */
    public int page(Model model, Canvas canvas) {
        return focused(model, canvas)
                .map(seen -> Math.max(1, seen.height() - 1))
                .orElse(1);
    }

    /** The next row of the focused pane that has the text that is searched for. */
    public OptionalInt find(Model model, Canvas canvas, Way way) {
        Panes.Search search = model.panes().search();
        int by = way == Way.FORWARD ? 1 : -1;
        return focused(model, canvas)
                .map(seen -> seen.rows()
                        .find(search.text(), search.row().orElse(seen.rows().current()), by))
                .orElse(OptionalInt.empty());
    }

    /** The rows of the focused pane and the rows that there is room for. */
    private record Seen(Rows rows, int height) {
        Window window(Model model) {
            return Window.of(rows, model.panes());
        }
    }

    private Optional<Seen> focused(Model model, Canvas canvas) {
        return Layout.of(model.panes(), canvas.width(), canvas.height()).panes().stream()
                .filter(placed -> placed.pane() == model.panes().focus())
                .findFirst()
                .map(placed -> {
                    Rect inner = placed.rect().inner();
                    Rows rows = rows(model, placed.pane(), new Room(inner.width(), inner.height(), canvas.glyphs()));
                    return new Seen(rows, rows.visible(inner.height()));
                });
    }

    private Rows rows(Model model, PaneName name, Room room) {
        return Objects.requireNonNull(panes.get(name)).rows(model, room);
    }

    private static Line way(Model model, int width) {
        Session session = model.session();
        Moment now = model.scene().after();
        return now.focus()
                .skb()
                .map(skb -> Journey.line(session.walk(), session.position().event(), skb.id(), width))
                .orElseGet(() -> NetworkLine.of(now.world().network()));
    }

    private static Line path(Model model, int width) {
        return model.scene().after().focus().skb().isPresent()
                ? PathBar.line(model.session().walk(), model.scene(), width)
                : Header.noPacket();
    }

    private void middle(Model model, Canvas canvas) {
        Layout layout = Layout.of(model.panes(), canvas.width(), canvas.height());
        List<Line> sentence = SentenceArea.lines(model, canvas.width(), layout.sentenceRows());
        for (int i = 0; i < sentence.size(); i++) {
            canvas.row(Layout.HEAD + i, sentence.get(i));
        }
        layout.panes().forEach(placed -> pane(model, canvas, placed));
    }

    private void pane(Model model, Canvas canvas, Layout.Placed placed) {
        Rect inner = placed.rect().inner();
        boolean focused = placed.pane() == model.panes().focus();
        Rows rows = rows(model, placed.pane(), new Room(inner.width(), inner.height(), canvas.glyphs()));
        Window window = focused ? Window.of(rows, model.panes()) : new Window(rows, 0, Optional.empty());
        Line title = placed.tabs() ? PaneTitle.tabs(placed.pane()) : PaneTitle.of(placed.pane(), focused, rows.title());
        String place = window.place(inner.height());
        String keys = focused && !place.isEmpty() ? "j k scroll" : "";
        String footer = Stream.of(placed.tabs() ? rows.title() : "", rows.footer(), place, keys)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        canvas.box(placed.rect(), title, Line.of(footer, Role.TITLE), focused);
        window.draw(canvas.within(inner));
    }

    private static void help(int from, Canvas canvas) {
        Rect rect = new Rect(0, Layout.HEAD, canvas.width(), canvas.height() - Layout.HEAD - Layout.FOOT);
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
