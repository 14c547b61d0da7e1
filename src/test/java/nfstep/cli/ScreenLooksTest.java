package nfstep.cli;

import nfstep.Golden;
import nfstep.tui.Glyphs;
import nfstep.tui.TuiRobot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the screen looks like: each a golden file to be read. */
class ScreenLooksTest {
    private static final int[][] SIZES = {{80, 24}, {120, 40}, {200, 60}};

    @ParameterizedTest(name = "{0}: {1}, then {2}")
    @CsvSource({"start, docker-reply, ''", "translation, docker-reply, t t", "request, docker-reply, t"})
    void every_layout(String name, String lab, String keys) throws Exception {
        for (int[] size : SIZES) {
            TuiRobot robot = pressed(ScreenRobot.open(lab, size[0], size[1]), keys);
            Golden.check("screen/" + name + "-" + size[0] + "x" + size[1] + ".txt", robot.screen());
        }
    }

    @ParameterizedTest(name = "{0}: {1}, then {2}")
    @CsvSource({
        "rule-passed, docker-reply, t t . s s s s s s s s",
        "rule-matches, goto, t S S",
        "jump-stack, goto, } s s s s s s",
        "dropped, goto, t",
        "conntrack, docker-reply, t t 3",
        "steps, docker-reply, t t 2",
        "packet, docker-reply, t t 4",
        "hex, docker-reply, t t x",
        "output, docker-reply, End 5",
        "routes, docker-reply, t t s s s 6",
        "tables, docker-reply, t 7",
        "no-breakpoints, docker-reply, 8",
        "help, docker-reply, ?",
        "zoomed, docker-reply, t 7 z",
        "end, docker-reply, End s"
    })
    void the_smallest_screen(String name, String lab, String keys) throws Exception {
        Golden.check(
                "screen/" + name + ".txt",
                pressed(ScreenRobot.open(lab, 80, 24), keys).screen());
    }

    @Test
    void breakpoints_are_listed_and_marked() throws Exception {
        TuiRobot robot = typed(ScreenRobot.open("docker-reply", 80, 24), "break filter/FORWARD:3", "break drop");
        typed(robot, "break nat/POSTROUTING:1").press("c", "8");
        Golden.check("screen/breakpoints.txt", robot.screen());
        Golden.check("screen/breakpoint-marked.txt", robot.press("1", "c").screen());
    }

    @Test
    void what_is_found_is_in_the_middle() throws Exception {
        TuiRobot robot = ScreenRobot.open("docker-reply", 80, 24)
                .press("7", "/")
                .type("masq")
                .press("Enter");
        Golden.check("screen/found.txt", robot.screen());
    }

    @Test
    void a_wrong_command_stays_with_a_mark_over_the_place() throws Exception {
        TuiRobot robot = typed(ScreenRobot.open("docker-reply", 80, 24), "iptables -A FORWRD -j DROP");
        Golden.check("screen/wrong-command.txt", robot.screen());
    }

    @Test
    void several_lines_lie_over_the_panes() throws Exception {
        TuiRobot robot = typed(ScreenRobot.open("docker-reply", 80, 24), "break drop", "info");
        Golden.check("screen/message.txt", robot.screen());
    }

    @Test
    void a_terminal_without_unicode() throws Exception {
        TuiRobot robot = pressed(ScreenRobot.open("docker-reply", 80, 24), "t t");
        Golden.check("screen/ascii.txt", robot.drawnWith(Glyphs.ASCII).screen());
    }

    @Test
    void a_screen_that_is_too_small() throws Exception {
        Golden.check(
                "screen/too-small.txt", ScreenRobot.open("docker-reply", 40, 10).screen());
        Golden.check(
                "screen/smallest.txt",
                pressed(ScreenRobot.open("docker-reply", 60, 16), "t t").screen());
    }

    private static TuiRobot pressed(TuiRobot robot, String keys) {
        return keys.isEmpty() ? robot : robot.press(keys.split(" "));
    }

    private static TuiRobot typed(TuiRobot robot, String... commands) {
        for (String command : commands) {
            robot.press(":").type(command).press("Enter");
        }
        return robot;
    }
}
