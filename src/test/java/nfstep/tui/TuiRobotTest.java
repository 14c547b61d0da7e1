package nfstep.tui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TuiRobotTest {
    private final TuiRobot robot = new TuiRobot(new Echo(), 20, 3);

    @Test
    void it_presses_keys_by_name_and_reads_the_screen() {
        robot.press("s", "C-l", "F3").sees("last F3", "20x3").doesNotSee("last s");
        assertThat(robot.row(1)).isEqualTo("last F3");
        assertThat(robot.roleOf("last")).isEqualTo(Role.STATUS);
    }

    @Test
    void it_pastes_types_and_resizes() {
        robot.paste("b filter\r").sees("last paste 9");
        robot.type("ab").sees("last b");
        robot.resize(40, 5).sees("40x5");
    }

    @Test
    void it_knows_what_the_app_asked_for() {
        assertThat(robot.press("q").outcome()).isEqualTo(Outcome.QUIT);
    }

    @Test
    void it_can_draw_without_unicode() {
        robot.drawnWith(Glyphs.ASCII).sees("20x3 >");
    }

    private static final class Echo implements App {
        private String last = "nothing";

        @Override
        public void view(Canvas canvas) {
            int end = canvas.print(0, 0, canvas.width() + "x" + canvas.height() + " ", Role.TEXT);
            canvas.put(end, 0, Glyph.CURRENT, Role.TEXT);
            canvas.print(0, 1, "last " + last, Role.STATUS);
        }

        @Override
        public Outcome update(Msg msg) {
            if (msg instanceof Key key) {
                last = key.name();
                return last.equals("q") ? Outcome.QUIT : Outcome.DRAW;
            }
            if (msg instanceof Msg.Paste paste) {
                last = "paste " + paste.text().length();
            }
            return Outcome.DRAW;
        }
    }
}
