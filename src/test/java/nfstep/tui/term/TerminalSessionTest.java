package nfstep.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import nfstep.TmuxScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("e2e")
class TerminalSessionTest {
    private static final String DEMO = "$JAVA nfstep.tui.term.DemoApp";
    private static final String STATUS = "; echo status $?";

    private TmuxScreen screen;

    @BeforeEach
    void a_shell_that_remembers_its_terminal() throws Exception {
        Map<String, String> environment = new TreeMap<>();
        environment.put(
                "JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
        environment.put(
                "CLASSPATH", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        screen = TmuxScreen.open(70, 40, environment).remember();
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    @Test
    void quitting_gives_the_terminal_back() throws Exception {
        screen.run(DEMO + STATUS).waitFor("count 0").press("q").waitFor("status 0");
        screen.assertAsBefore();
    }

    @ParameterizedTest(name = "SIG{0}")
    @CsvSource({"TERM, 143", "HUP, 129", "INT, 130"})
    void a_signal_in_the_middle_of_drawing_gives_it_back(String signal, int status) throws Exception {
        screen.run(DEMO + STATUS).waitFor("count 0");
        ProcessHandle java = screen.java();
        screen.press("-N", "3000", "a");
        kill(signal, java);
        screen.waitFor("status " + status).press("C-u");
        screen.assertAsBefore();
    }

    @ParameterizedTest(name = "pressing {0}: {1}")
    @CsvSource({"x, pressed x", "t, in a thread"})
    void a_crash_gives_it_back_and_shows_why(String key, String message) throws Exception {
        screen.run(DEMO + STATUS).waitFor("count 0").press(key).waitFor("status 1");
        assertThat(screen.text()).contains("IllegalStateException: " + message);
        screen.assertAsBefore();
    }

    @Test
    void what_was_printed_on_standard_error_comes_after_the_screen() throws Exception {
        screen.run(DEMO + STATUS).waitFor("count 0").press("e").waitFor("last e");
        assertThat(screen.text()).doesNotContain("a complaint");
        screen.press("q").waitFor("a complaint").waitFor("status 0");
    }

    @Test
    void suspending_gives_it_back_until_the_shell_continues_us() throws Exception {
        screen.run(DEMO).waitFor("count 0").press("C-z").waitForPrompt();
        screen.assertAsBefore();
        screen.run("fg")
                .waitFor("last Resize")
                .press("a")
                .waitFor("last a")
                .press("q")
                .waitForPrompt();
        screen.assertAsBefore();
    }

    @Test
    void where_no_shell_could_continue_us_suspending_does_nothing() throws Exception {
        screen.run("exec " + DEMO).waitFor("count 0").press("C-z").waitFor("last Resize");
        screen.press("a").waitFor("last a");
    }

    @Test
    void a_stop_from_outside_is_survived() throws Exception {
        screen.run(DEMO).waitFor("count 0");
        kill("STOP", screen.java());
        screen.waitForPrompt()
                .run("fg")
                .waitFor("last Resize")
                .press("a")
                .waitFor("last a")
                .press("q");
        screen.waitUntil("the shell's screen", it -> it.value("alternate_on").equals("0"));
        assertThat(screen.value("cursor_flag")).isEqualTo("1");
    }

    @Test
    void a_connection_that_is_cut_ends_the_program() throws Exception {
        screen.run(DEMO).waitFor("count 0");
        ProcessHandle java = screen.java();
        screen.hangUp();
        assertThat(java.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void another_size_is_drawn_at_once() throws Exception {
        screen.run(DEMO)
                .waitFor("70x40")
                .resize(50, 12)
                .waitFor("50x12")
                .resize(90, 30)
                .waitFor("90x30");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Up, Up",
        "C-Right, C-Right",
        "F3, F3",
        "S-F8, S-F8",
        "BTab, S-Tab",
        "Escape, Esc",
        "M-x, M-x",
        "C-c, C-c",
        "C-s, C-s",
        "C-\\, C-\\",
        "PageDown, PgDn",
        "Enter, Enter",
        "BSpace, Backspace",
        "é, é"
    })
    void a_key_pressed_in_a_terminal_arrives(String pressed, String name) throws Exception {
        screen.run(DEMO).waitFor("count 0").press(pressed).waitFor("count 1").waitFor("last " + name);
    }

    @Test
    void a_paste_is_not_typed() throws Exception {
        screen.run(DEMO)
                .waitFor("count 0")
                .paste("b filter q")
                .waitFor("Paste[text=b filter q]")
                .waitFor("count 1");
    }

    @Test
    void keys_come_from_the_terminal_when_standard_input_is_something_else() throws Exception {
        screen.run("echo q | " + DEMO + STATUS).waitFor("count 0").press("a").waitFor("last a");
        screen.press("q").waitFor("status 0");
        screen.assertAsBefore();
    }

    @Test
    void without_colours_attributes_remain() throws Exception {
        screen.run("NO_COLOR=1 " + DEMO).waitFor("count 0");
        assertThat(screen.styledText())
                .contains("\033[1m")
                .doesNotContainPattern("\033\\[(\\d+;)*(3[0-8]|4[0-8]|9\\d)");
    }

    @Test
    void without_unicode_it_is_drawn_in_ascii() throws Exception {
        screen.run("LC_ALL=C " + DEMO).waitFor("count 0").waitFor("+-demo-----").waitFor("b ? ?  ?");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "TERM=dumb $DEMO, TERM is 'dumb', status 2",
        "TERM= $DEMO, TERM is not set, status 2",
        "$DEMO | cat, standard output is not a terminal, status 0",
        "setsid -w $DEMO <&- 2>&1, /dev/tty, status 1"
    })
    void where_nothing_can_be_painted_there_is_a_message(String line, String message, String status) throws Exception {
        screen.run(line.replace("$DEMO", DEMO) + STATUS).waitFor(message).waitFor(status);
        assertThat(screen.text()).doesNotContain("count");
        screen.assertAsBefore();
    }

    private static void kill(String signal, ProcessHandle process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid())
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }
}
