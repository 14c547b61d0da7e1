package nfstep.tui;

import static org.assertj.core.api.Assertions.assertThat;

/** Presses named keys on an app and reads its screen; there is no terminal, thread or clock. */
public final class TuiRobot {
    private final App app;
    private Canvas canvas;
    private Outcome outcome = Outcome.DRAW;

    public TuiRobot(App app, int width, int height) {
        this.app = app;
        this.canvas = Canvas.of(width, height, Glyphs.UNICODE);
        app.view(canvas);
    }

    /** Presses keys by their names: {@code press("s", "C-l", "F3")}. */
    public TuiRobot press(String... names) {
        for (String name : names) {
            send(Key.named(name));
        }
        return this;
    }

    /** Types each character of a text. */
    public TuiRobot type(String text) {
        text.chars().forEach(c -> send(Key.of((char) c)));
        return this;
    }

    public TuiRobot paste(String text) {
        return send(new Msg.Paste(text));
    }

    /** Gives the screen another size. */
    public TuiRobot resize(int width, int height) {
        canvas = Canvas.of(width, height, canvas.glyphs());
        return send(new Msg.Resize());
    }

    /** Draws with other signs from now on. */
    public TuiRobot drawnWith(Glyphs glyphs) {
        canvas = Canvas.of(canvas.width(), canvas.height(), glyphs);
        return draw();
    }

    public TuiRobot send(Msg msg) {
        outcome = app.update(msg);
        return draw();
    }

    /** Each text is somewhere on the screen. */
    public TuiRobot sees(String... texts) {
        assertThat(screen()).contains(texts);
        return this;
    }

    public TuiRobot doesNotSee(String... texts) {
        assertThat(screen()).doesNotContain(texts);
        return this;
    }

    /** What the app wanted after the last message. */
    public Outcome outcome() {
        return outcome;
    }

    public Canvas canvas() {
        return canvas;
    }

    public String row(int y) {
        return canvas.rowText(y);
    }

    /** The rows, each without the blanks at its end. */
    public String screen() {
        return String.join("\n", canvas.rows()) + "\n";
    }

    /** The role of the first cell of a text on the screen. */
    public Role roleOf(String text) {
        for (int y = 0; y < canvas.height(); y++) {
            int index = row(y).indexOf(text);
            if (index >= 0) {
                return canvas.roleAt(Columns.of(row(y).substring(0, index)), y);
            }
        }
        throw new AssertionError("'" + text + "' is not on the screen:\n" + screen());
    }

    private TuiRobot draw() {
        canvas = Canvas.of(canvas.width(), canvas.height(), canvas.glyphs());
        app.view(canvas);
        return this;
    }
}
