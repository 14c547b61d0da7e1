package nfstep.tui.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import nfstep.tui.App;
import nfstep.tui.Canvas;
import nfstep.tui.Key;
import nfstep.tui.Msg;
import nfstep.tui.Outcome;
import nfstep.tui.Role;
import nfstep.tui.term.StepTerminal.Tty;
import nfstep.tui.term.Stty.Size;
import nfstep.tui.theme.ColourDepth;
import nfstep.tui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLoopTest {
    private final FakeStty stty = new FakeStty();
    private final Pieces pieces = new Pieces();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private Gate gate = gate(false);

    @Test
    void the_terminal_is_set_up_by_one_call_and_given_back_as_it_was() throws IOException {
        play(new Arrival.Text("q"));
        gate.close();
        assertThat(stty.calls).containsExactly("raw", "restore saved");
        assertThat(pieces.all()).startsWith("\033[?25l\033[?2004h\033[?1049h").endsWith("\033[0m\033[?25h\033[?1049l");
    }

    @Test
    void what_is_switched_on_is_switched_off() throws IOException {
        play(new Arrival.Text(":abq"));
        gate.close();
        for (String mode : List.of("?2004", "?1049")) {
            assertThat(count("\033[" + mode + "h")).as(mode).isEqualTo(1).isEqualTo(count("\033[" + mode + "l"));
        }
        assertThat(pieces.all().lastIndexOf("\033[?25h"))
                .isGreaterThan(pieces.all().lastIndexOf("\033[?25l"));
        assertThat(pieces.all().lastIndexOf("\033[?2026l"))
                .isGreaterThan(pieces.all().lastIndexOf("\033[?2026h"));
    }

    @Test
    void the_terminal_is_never_asked_where_its_cursor_is() throws IOException {
        play(new Arrival.Text("ab"), new Arrival.Resized(), new Arrival.Text("q"));
        assertThat(pieces.all())
                .doesNotContain("\033[6n")
                .doesNotContain("\033[?1000h")
                .doesNotContain("\033[?1h");
    }

    @Test
    void a_frame_is_one_piece() throws IOException {
        runUntilClosed(new DemoApp());
        assertThat(pieces.texts)
                .hasSize(2)
                .last()
                .asString()
                .startsWith("\033[?2026h")
                .contains("count")
                .endsWith("┘\033[?2026l");
    }

    @Test
    void keys_that_have_arrived_together_are_drawn_together() throws IOException {
        play(new Arrival.Text("abc"), new Arrival.Text("dfg"), new Arrival.Text("q"));
        assertThat(pieces.texts).hasSize(2);
    }

    @Test
    void another_size_is_drawn_whole() throws IOException {
        stty.sizeNow = new Size(30, 8);
        arrivals.add(new Arrival.Resized());
        runUntilClosed(new DemoApp());
        assertThat(pieces.texts).hasSize(3).last().asString().contains("\033[2J", "30x8", "Resize");
    }

    @Test
    void after_the_shell_had_the_terminal_all_is_set_up_again() throws IOException {
        arrivals.add(new Arrival.Continued());
        runUntilClosed(new DemoApp());
        assertThat(stty.calls).containsExactly("raw", "raw", "size");
        assertThat(count("\033[2J")).isEqualTo(2);
    }

    @Test
    void an_escape_that_nothing_follows_is_a_key() throws IOException {
        arrivals.add(new Arrival.Text("\033"));
        new EventLoop(new QuitOnEscape(), look(), gate, arrivals).run();
        assertThat(pieces.texts).hasSize(2);
    }

    @Test
    void nothing_passes_a_closed_gate() throws IOException {
        gate.enter();
        gate.close();
        int before = pieces.texts.size();
        gate.show("late".getBytes(StandardCharsets.US_ASCII));
        gate.enter();
        gate.reenter();
        gate.close();
        assertThat(pieces.texts).hasSize(before);
        assertThat(stty.calls).containsExactly("raw", "restore saved");
    }

    @Test
    void a_terminal_that_takes_no_output_gets_its_settings_back() throws Exception {
        gate.enter();
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        pieces.beforeFlush = () -> {
            stuck.countDown();
            free.await();
        };
        Thread drawing = new Thread(() -> assertThatNoException().isThrownBy(() -> gate.show(new byte[] {'x'})));
        drawing.start();
        stuck.await();
        gate.close();
        assertThat(stty.calls).containsExactly("raw", "restore saved");
        free.countDown();
        drawing.join();
    }

    @Test
    void inside_screen_nothing_of_ours_stays_behind() throws IOException {
        gate = gate(true);
        play(new Arrival.Text("q"));
        gate.close();
        assertThat(pieces.texts).last().asString().contains("\033[H\033[2J");
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"0 0", "24 0"})
    void a_terminal_that_knows_no_size_has_the_usual_one(String text) throws IOException {
        assertThat(Size.parse(text)).isEqualTo(new Size(80, 24));
        assertThat(Size.parse("50 160\n")).isEqualTo(new Size(160, 50));
    }

    private void play(Arrival... all) throws IOException {
        arrivals.addAll(List.of(all));
        new EventLoop(new DemoApp(), look(), gate, arrivals).run();
    }

    private void runUntilClosed(DemoApp app) throws IOException {
        arrivals.add(new Arrival.Closed());
        new EventLoop(app, look(), gate, arrivals).run();
    }

    private int count(String part) {
        return pieces.all().split(Pattern.quote(part), -1).length - 1;
    }

    private Gate gate(boolean isInsideScreen) {
        Tty tty = new Tty(InputStream.nullInputStream(), pieces, stty, isInsideScreen);
        return new Gate(new StepTerminal(tty, StandardCharsets.UTF_8));
    }

    private static Look look() {
        return new Look(Themes.usual(ColourDepth.ANSI, false), ColourDepth.ANSI, StandardCharsets.UTF_8);
    }

    private static final class QuitOnEscape implements App {
        @Override
        public void view(Canvas canvas) {
            canvas.print(0, 0, "waiting", Role.TEXT);
        }

        @Override
        public Outcome update(Msg msg) {
            return msg.equals(Key.ESC) ? Outcome.QUIT : Outcome.DRAW;
        }
    }
}
