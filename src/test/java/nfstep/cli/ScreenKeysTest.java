package nfstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import nfstep.debugger.Reply;
import nfstep.trace.Progress;
import nfstep.tui.Key;
import nfstep.tui.Msg;
import nfstep.tui.Outcome;
import nfstep.tui.TuiRobot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keys and commands do, on a screen in memory. */
class ScreenKeysTest {
    @TempDir
    Path folder;

    private TuiRobot robot;

    @BeforeEach
    void a_screen_on_the_first_lab() throws Failure {
        robot = ScreenRobot.open("docker-reply", 80, 24);
    }

    private TuiRobot command(String line) {
        return robot.press(":").type(line).press("Enter");
    }

    private static int step(TuiRobot robot) {
        return Integer.parseInt(robot.row(0).replaceAll(".*step ([0-9]+)/.*", "$1"));
    }

    private static int end(TuiRobot robot) {
        return Integer.parseInt(robot.row(0).replaceAll(".*step [0-9]+/([0-9]+).*", "$1"));
    }

    @ParameterizedTest(name = "{0} and back by {1}")
    @CsvSource({"s, S", "n, N", "., ','", "}, {", "t, T", "], ["})
    void a_way_forward_has_its_way_back(String forward, String back) {
        robot.press("}", "}").press(forward);
        String there = robot.row(0);
        robot.press(forward).press(back);
        assertThat(robot.row(0)).isEqualTo(there);
    }

    @Test
    void both_ends_of_the_walk_are_told() {
        robot.press("End", "s").sees("this is the end of the walk");
        robot.press("Home", "S").sees("this is the start of the walk", "step 1/");
    }

    @Test
    void a_count_repeats_a_step() {
        command("goto 100").sees("step 100/");
        command("step 5").sees("step 105/");
        command("rstep 10").sees("step 95/");
        command("goto 999999").sees("the walk has steps 1 to ");
    }

    @Test
    void searching_steps_goes_there_and_on_and_back() {
        robot.press("2", "/").type("masquerade").press("Enter").sees("-j MASQUERADE");
        String first = robot.row(0);
        robot.press("F3");
        assertThat(robot.row(0)).isNotEqualTo(first);
        robot.press("S-F3");
        assertThat(robot.row(0)).isEqualTo(first);
        robot.press("/").type("no such text").press("Enter").sees("no step behind this one has: no such text");
    }

    @Test
    void searching_another_pane_shows_the_row_and_leaves_the_walk_alone() {
        int step = step(robot.press("t"));
        robot.press("7", "/").type("isolation-stage-2").press("Enter");
        robot.sees("DOCKER-ISOLATION-STAGE-2", "step " + step + "/");
        robot.press("/").type("nowhere").press("Enter").sees("not in this pane: nowhere");
        robot.press("Esc", "Esc", "F3").sees("nothing was searched for yet");
    }

    @Test
    void scrolling_stops_at_the_ends_of_a_pane() {
        String start = robot.press("t", "7").screen();
        for (int i = 0; i < 30; i++) {
            robot.press("PgDn");
        }
        String end = robot.screen();
        assertThat(robot.press("k").screen()).isNotEqualTo(end);
        assertThat(robot.press("j").screen()).isEqualTo(end);
        assertThat(robot.press("g").screen()).isEqualTo(start);
    }

    @Test
    void breakpoints_are_set_disabled_enabled_and_deleted() {
        command("break filter/FORWARD").sees("breakpoint set: filter/FORWARD");
        command("break drop");
        robot.press("c").sees("into chain filter/FORWARD", "breakpoint 1");
        command("disable 1").sees("breakpoint 1 disabled: filter/FORWARD");
        robot.press("8").sees("○   1  filter/FORWARD  disabled", "●   2  drop");
        robot.press("c").sees("DROPPED");
        command("enable 1").sees("breakpoint 1 enabled").doesNotSee("disabled  ");
        command("delete 2").sees("breakpoint removed: drop");
        command("delete 7").sees("there is no breakpoint '7'; info lists them");
    }

    @ParameterizedTest(name = "break {0}: {1}")
    @CsvSource({
        "filter/FORWRD:3, did you mean FORWARD?",
        "nat/DOCKR, did you mean DOCKER?",
        "FORWRD, did you mean FORWARD?",
        "filtre/INPUT, did you mean filter?"
    })
    void a_breakpoint_where_nothing_could_stop_is_refused(String place, String hint) {
        command("break " + place).sees(hint).doesNotSee("breakpoints 1");
    }

    @ParameterizedTest(name = "break {0} stops at {1}")
    @CsvSource({
        "forward, 'FORWARD: in docker0 out enp0s3'",
        "filter/FORWARD:5, rule 5 of filter/FORWARD matches",
        "filter/DOCKER-USER, into chain filter/DOCKER-USER",
        "verdict DROP, 'policy of filter/FORWARD: DROP'",
        "translation, 'source 172.17.0.2 > 10.0.2.15'",
        "drop, DROPPED in host by filter/FORWARD:policy"
    })
    void every_kind_of_breakpoint_stops(String place, String step) {
        command("break " + place);
        robot.press("c").sees("breakpoint 1").sees(step.replace("into chain filter/D", "jump into chain filter/D"));
    }

    @Test
    void a_key_toggles_a_breakpoint_at_the_rule() {
        robot.press("t", "S", "S", "S", "b").sees("breakpoint set: nat/POSTROUTING:1", "▸●   1");
        robot.press("b").sees("breakpoint removed: nat/POSTROUTING:1");
        robot.press("Home", "b").sees("there is no hook, chain or rule here to stop at");
    }

    @Test
    void a_lab_command_goes_behind_the_end_and_the_cursor_to_it() {
        command("iptables -P FORWARD DROP").sees("(changed)", "$ iptables -P FORWARD DROP");
        robot.press("q").sees("not saved: :w FILE saves it");
        assertThat(robot.outcome()).isNotEqualTo(Outcome.QUIT);
        command("w " + folder.resolve("walk.json")).sees("saved ").doesNotSee("(changed)");
        assertThat(robot.press("q").outcome()).isEqualTo(Outcome.QUIT);
    }

    @Test
    void another_walk_is_opened_only_if_nothing_is_lost() {
        command("edit goto").sees("opened goto", "nfstep  goto");
        command("iptables -P FORWARD ACCEPT").sees("(changed)");
        command("edit masquerade").sees("not saved", "edit! masquerade");
        command("edit! masquerade").sees("nfstep  masquerade");
        command("edit nothing").sees("no such file or built-in lab").sees("nfstep  masquerade");
        command("edit").sees("the name of the file is missing");
    }

    @Test
    void a_wrong_lab_is_shown_with_its_place_and_what_is_open_stays() throws Exception {
        Path lab = Files.writeString(folder.resolve("wrong.lab"), "iptables -A INPUT --dprot 80 -j DROP\n");
        command("edit " + lab).sees("wrong.lab:1:19:", "   ^^^^^^^", "did you mean '--dport'?", "nfstep  docker-reply");
        robot.press("Esc").doesNotSee("wrong.lab").sees("[1 rules]");
    }

    @Test
    void a_hostile_trace_is_shown_without_its_escapes() throws Exception {
        String trace = Files.readString(Path.of("traces/goto.json"));
        Path file = Files.writeString(folder.resolve("evil.json"), trace.replaceFirst("# ", "# \\\\u001b[2J\\\\u0007"));
        command("edit " + file)
                .sees("opened ")
                .press("Home")
                .sees("\\x1b[2J\\x07")
                .doesNotSee("\033", "\007");
    }

    @Test
    void an_escape_that_comes_with_the_next_key_is_still_one() {
        robot.press("?")
                .sees("┌─ help")
                .press("M-:")
                .doesNotSee("┌─ help")
                .type("goto 60")
                .press("Enter")
                .sees("step 60/");
    }

    @Test
    void help_names_every_key_and_command() {
        TuiRobot tall = robot.resize(120, 150).press("?");
        nfstep.tui.KeyMap.ALL.forEach(binding -> tall.sees(binding.help()));
        nfstep.debugger.Commands.ALL.forEach(command -> tall.sees(command.usage(), command.help()));
        nfstep.tui.ScreenCommands.ALL.forEach(command -> tall.sees(command.usage(), command.help()));
        tall.press("q").doesNotSee("┌─ help");
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "fin, :finish",
        "bre, :break",
        "break filter/FOR, :break filter/FORWARD",
        "break trans, :break translation",
        "edit docker-ca, :edit docker-captures",
        "theme default-l, :theme default-light",
        "ipt, :iptables",
        "iptables -P FORW, :iptables -P FORWARD",
        "iptables -A FORWARD -o dock, :iptables -A FORWARD -o docker0",
        "ip netns exec wo, :ip netns exec world",
        "ip netns exec world pi, :ip netns exec world ping"
    })
    void the_last_word_is_completed(String typed, String line) {
        robot.press(":").type(typed).press("Tab").sees(line);
    }

    @Test
    void what_a_word_may_become_is_listed_until_more_is_typed() {
        robot.press(":").type("break nat/").press("Tab").sees("nat/DOCKER", "nat/OUTPUT", "nat/POSTROUTING");
        robot.type("D").doesNotSee("nat/OUTPUT").press("Tab").sees(":break nat/DOCKER");
        robot.press("Enter").sees("breakpoint set: nat/DOCKER");
        robot.press(":").type("zzz").press("Tab").sees(":zzz");
    }

    @Test
    void every_key_is_bound_once() {
        assertThat(nfstep.tui.KeyMap.ALL.stream().flatMap(b -> b.keys().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_theme_is_chosen_while_the_screen_is_open() {
        command("theme default-light");
        assertThat(robot.outcome()).as(robot.screen()).isEqualTo(Outcome.REPAINT);
        command("theme pink").sees("no theme is called 'pink'; themes are default-dark, default-light, mono");
    }

    @Test
    void work_that_takes_long_is_told_of_and_what_is_typed_meanwhile_waits() throws Failure {
        LongWork work = new LongWork();
        robot = ScreenRobot.open("docker-reply", 80, 24, work);
        command("ping -c1 14.215.177.39");
        assertThat(robot.outcome()).isEqualTo(Outcome.SAME);
        robot.send(new Msg.Working("working: 1,024 events")).sees("working: 1,024 events; C-c interrupts");
        int step = step(robot);
        int end = end(robot);
        robot.press("s", "s").sees("working", "step " + step + "/");
        robot.send(work.done()).doesNotSee("working").sees("(changed)", "step " + (end + 3) + "/");
    }

    @Test
    void work_that_is_interrupted_leaves_nothing_behind() throws Failure {
        LongWork work = new LongWork();
        robot = ScreenRobot.open("docker-reply", 80, 24, work);
        int step = step(robot);
        int end = end(robot);
        command("ping -c100 14.215.177.39").press("s", "C-c");
        robot.send(work.done()).sees("interrupted after", "nothing was changed").doesNotSee("(changed)");
        assertThat(step(robot)).isEqualTo(step);
        command("ping -c1 14.215.177.39");
        robot.send(work.done()).sees("(changed)", "step " + (end + 1) + "/");
    }

    /** A worker who waits to be asked. */
    private static final class LongWork implements nfstep.tui.Worker {
        private Work work = progress -> Reply.DONE;
        private boolean isUnwanted;

        @Override
        public void begin(Work begun) {
            work = begun;
            isUnwanted = false;
        }

        @Override
        public void interrupt() {
            isUnwanted = true;
        }

        Msg done() {
            return new Msg.Worked(work.carryOut((count, what) -> {
                if (isUnwanted) {
                    throw new Progress.Interrupted(count, what);
                }
            }));
        }
    }

    @Test
    void no_key_breaks_the_screen_wherever_it_is_pressed() {
        for (Key.Kind kind : Key.Kind.values()) {
            if (kind != Key.Kind.CHARACTER) {
                robot.send(Key.of(kind));
            }
        }
        for (char c = ' '; c < 0x7f; c++) {
            robot.send(Key.of(c)).press("Esc");
            robot.resize(40 + c, 10 + c / 4);
        }
    }
}
