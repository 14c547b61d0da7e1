package nfstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import nfstep.Run;
import nfstep.TmuxScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program in a real terminal: how it comes, what it survives, and how it gives the terminal back. */
@Tag("e2e")
class ScreenTest {
    private static final String STATUS = "; echo status $?";
    private static final String FIRST = "$ ping -c4 14.215.177.39";

    @TempDir
    Path folder;

    private TmuxScreen screen;

    @BeforeEach
    void a_shell_in_a_folder_of_its_own() throws Exception {
        Map<String, String> environment = new TreeMap<>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("XDG_CACHE_HOME", "/dev/null/none");
        environment.put("nfstep", Run.program().toString());
        screen = TmuxScreen.open(80, 24, environment);
        screen.run("cd " + folder).remember();
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    private TmuxScreen start(String line) throws Exception {
        return screen.run(line + STATUS).waitFor(FIRST);
    }

    private TmuxScreen command(String line) throws Exception {
        return screen.press(":").type(line).press("Enter");
    }

    private void ends(int status) throws Exception {
        screen.waitFor("status " + status);
        screen.assertAsBefore();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"q", "C-c"})
    void a_key_leaves(String key) throws Exception {
        start("$nfstep").waitFor("/1159").press(key);
        ends(0);
    }

    @ParameterizedTest(name = ":{0}")
    @ValueSource(strings = {"quit", "q", "quit!", "q!"})
    void a_command_leaves(String line) throws Exception {
        start("$nfstep");
        command(line);
        ends(0);
    }

    @ParameterizedTest(name = "SIG{0}")
    @CsvSource({"TERM, 143", "HUP, 129", "INT, 130"})
    void a_signal_gives_the_terminal_back(String signal, int status) throws Exception {
        start("$nfstep");
        ProcessHandle java = screen.java();
        screen.press("-N", "300", "s");
        Process kill = new ProcessBuilder("kill", "-" + signal, "" + java.pid()).start();
        assertThat(kill.waitFor()).isZero();
        screen.waitFor("status " + status).press("Enter");
        screen.assertAsBefore();
    }

    @Test
    void a_bug_gives_the_terminal_back_and_shows_itself() throws Exception {
        Path broken = Files.copy(Run.program(), folder.resolve("broken"));
        start("sh ./broken").press("t").waitFor("was 172.17.0.2");
        Files.write(broken, new byte[(int) Files.size(broken)]);
        screen.press("?").waitFor("status 1");
        assertThat(screen.text()).contains("HelpView");
        assertThat(screen.value("alternate_on")).isEqualTo("0");
        assertThat(screen.value("cursor_flag")).isEqualTo("1");
    }

    @Test
    void a_cut_connection_ends_the_program() throws Exception {
        start("$nfstep");
        ProcessHandle java = screen.java();
        screen.hangUp();
        assertThat(java.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    @Tag("kernel")
    void the_walk_is_moved_through_while_the_kernel_is_asked() throws Exception {
        start("$nfstep");
        command("verify nft").waitFor("commands");
        screen.press("t").waitFor("was 172.17.0.2");
        screen.waitFor("commands").press("C-c").waitFor("interrupted after");
        command("verify nft").waitFor("observable events agree with Linux").press("2");
        screen.waitUntil("a mark", s -> s.text().matches("(?s).* 103 = +rule 1 of nat/POSTROUTING matches.*"));
        screen.press("q");
        ends(0);
    }

    @Test
    @Tag("kernel")
    void a_cut_connection_ends_what_asks_the_kernel() throws Exception {
        start("$nfstep");
        ProcessHandle java = screen.java();
        command("verify").waitFor("commands");
        screen.waitUntil("a sandbox", s -> java.descendants().count() > 1);
        List<ProcessHandle> all = java.descendants().toList();
        screen.hangUp();
        for (ProcessHandle each : all) {
            assertThat(each.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void it_stops_for_the_shell_and_comes_back_as_it_was() throws Exception {
        screen.run("$nfstep")
                .waitFor(FIRST)
                .press("t")
                .waitFor("was 172.17.0.2")
                .press("C-z")
                .waitForPrompt();
        screen.assertAsBefore();
        screen.run("fg")
                .waitFor("was 172.17.0.2")
                .press("t")
                .waitFor("was 10.0.2.15")
                .press("q")
                .waitForPrompt();
        screen.assertAsBefore();
    }

    @Test
    void long_work_tells_how_far_it_is_and_can_be_interrupted() throws Exception {
        start("$nfstep");
        command("ping -c100000 127.0.0.1")
                .waitFor("events")
                .waitFor("C-c interrupts")
                .press("C-c");
        screen.waitFor("interrupted after").waitFor("nothing was changed").waitFor(FIRST);
        command("ping -c1 14.215.177.39").waitFor("$ ping -c1 14.215.177.39");
        screen.press("q").waitFor("not saved");
        command("q!");
        ends(0);
    }

    @Test
    void keys_typed_while_work_goes_on_are_not_lost() throws Exception {
        start("$nfstep");
        command("ping -c2000 14.215.177.39").press("t").waitFor("no other translation or drop");
    }

    @Test
    void opening_a_long_lab_tells_how_far_it_is_and_can_be_interrupted() throws Exception {
        Files.writeString(folder.resolve("long.lab"), "ip link set lo up\nping -c1000000 127.0.0.1\n");
        screen.run("$nfstep long.lab" + STATUS).waitFor("events; C-c ends").press("C-c");
        screen.waitFor("interrupted, so long.lab is not opened");
        ends(130);
    }

    @Test
    void work_for_which_there_is_no_memory_is_given_up() throws Exception {
        start("NFSTEP_JAVA_OPTS=-Xmx48m $nfstep");
        command("ping -c1000000 127.0.0.1").waitFor("not enough memory").waitFor(FIRST);
        screen.press("t").waitFor("was 172.17.0.2");
    }

    @Test
    void another_size_is_drawn_at_once_and_one_too_small_says_what_it_needs() throws Exception {
        start("$nfstep")
                .resize(120, 40)
                .waitFor("┌─ 3 conntrack")
                .resize(50, 10)
                .waitFor("nfstep needs 60x16");
        screen.resize(80, 24).waitFor("[1 rules] 2 steps").press("q");
        ends(0);
    }

    @ParameterizedTest(name = "TERM={0}")
    @ValueSource(strings = {"xterm", "xterm-256color", "screen", "screen-256color", "tmux-256color", "linux", "vt220"})
    void any_terminal_will_do(String term) throws Exception {
        start("TERM=" + term + " $nfstep").press("t").waitFor("was 172.17.0.2").press("q");
        ends(0);
    }

    @Test
    void without_colours_attributes_remain() throws Exception {
        start("NO_COLOR=1 $nfstep").press("t").waitFor("was 172.17.0.2");
        assertThat(screen.styledText())
                .contains("\033[1m")
                .doesNotContainPattern("\033\\[(\\d+;)*(3[0-8]|4[0-8]|9\\d)");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LC_ALL= LANG=C"})
    void without_unicode_it_is_drawn_in_ascii(String locale) throws Exception {
        screen.run(locale + " $nfstep" + STATUS).waitFor("+- [1 rules] 2 steps");
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(screen.text()))
                .isTrue();
        screen.press("q");
        ends(0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "TERM=dumb $nfstep goto, TERM is 'dumb'",
        "TERM= $nfstep goto, TERM is not set",
        "$nfstep goto | cat, standard output is not a terminal",
        "$nfstep goto > walk.txt, standard output is not a terminal"
    })
    void where_nothing_can_be_painted_the_walk_is_text(String line, String message) throws Exception {
        screen.run("(" + line + ") 2> why" + STATUS)
                .waitFor("status 0")
                .run("clear; cat why")
                .waitFor(message);
        assertThat(screen.value("alternate_on")).isEqualTo("0");
    }

    @Test
    void keys_come_from_the_terminal_when_standard_input_is_something_else() throws Exception {
        start("echo q | $nfstep").press("t").waitFor("was 172.17.0.2").press("q");
        ends(0);
    }

    @Test
    void a_walk_saved_from_the_screen_opens_again_and_is_saved_with_the_same_bytes() throws Exception {
        start("$nfstep").press("t", "t", "b").waitFor("breakpoint set: translation");
        command("w walk.json").waitFor("saved walk.json");
        command("w walk.json").waitFor("exists; write! walk.json replaces it");
        command("e walk.json").waitFor("opened walk.json").waitFor("was 10.0.2.15");
        command("w again.json.gz").waitFor("saved again.json.gz");
        command("e again.json.gz").waitFor("opened again.json.gz").waitFor("breakpoints 1");
        command("w third.json").waitFor("saved third.json").press("q");
        ends(0);
        assertThat(folder.resolve("third.json")).hasSameBinaryContentAs(folder.resolve("walk.json"));
    }

    @Test
    void a_program_whose_file_is_written_over_goes_on() throws Exception {
        start("cp $nfstep mine; XDG_CACHE_HOME=$PWD/cache ./mine");
        Files.write(folder.resolve("mine"), new byte[0]);
        command("w walk.json").waitFor("saved walk.json").press("q");
        ends(0);
        assertThat(CacheWatch.firstArchive(folder.resolve("cache"))).hasFileName("mine.jsa");
    }

    @Test
    void a_saved_walk_can_be_gone_on_with() throws Exception {
        start("$nfstep");
        command("w walk.json").waitFor("saved walk.json").press("q").waitFor("status 0");
        start("$nfstep walk.json");
        command("iptables -P FORWARD DROP").waitFor("walk.json (changed)").waitFor("$ iptables -P FORWARD DROP");
        command("iptables -L FORWARD -n").waitFor("$ iptables -L FORWARD -n").press("s", "s");
        screen.waitFor("Chain FORWARD (policy DROP)");
    }

    @Test
    void what_is_not_saved_is_protected() throws Exception {
        start("$nfstep");
        command("ping -c1 14.215.177.39").waitFor("docker-reply (changed)");
        command("e goto").waitFor("not saved").waitFor("edit! goto").press("q").waitFor("not saved");
        command("quit").waitFor("not saved");
        command("e! goto").waitFor("opened goto").press("q");
        ends(0);
    }

    @Test
    void a_wrong_line_of_a_lab_is_told_with_its_place_and_what_was_open_stays() throws Exception {
        Files.writeString(folder.resolve("wrong.lab"), "ip link set lo up\niptables -A INPUT --dprot 80 -j DROP\n");
        start("$nfstep").press("t").waitFor("was 172.17.0.2");
        command("e wrong.lab").waitFor("wrong.lab:2:19: unknown option").waitFor("^^^^^^^");
        screen.waitFor("did you mean '--dport'?")
                .press("Escape")
                .waitFor("was 172.17.0.2")
                .press("q");
        ends(0);
        screen.run("clear; $nfstep wrong.lab" + STATUS).waitFor("wrong.lab:2:19: unknown option");
        screen.waitFor("did you mean '--dport'?").waitFor("status 3");
    }

    @Test
    void a_lab_that_is_refused_in_its_middle_shows_what_happened_before() throws Exception {
        Files.writeString(folder.resolve("half.lab"), "ip link set lo up\nping -c1 127.0.0.1\niptables -D INPUT 1\n");
        screen.run("$nfstep half.lab" + STATUS).waitFor("half.lab:3:").waitFor("^");
        screen.press("Escape", "}").waitFor("127.0.0.1").press("q");
        ends(0);
    }

    @Test
    void saved_rules_are_opened_with_a_packet_ready_to_send() throws Exception {
        Files.writeString(
                folder.resolve("rules"),
                "*filter\n:INPUT DROP [0:0]\n-A INPUT -i eth0 -p tcp -m tcp --dport 22 -j ACCEPT\nCOMMIT\n");
        screen.run("$nfstep rules" + STATUS).waitFor("GUESSED").waitFor(":ip netns exec net1 send tcp");
        screen.press("Enter").waitFor("rules (changed)");
        command("break filter/INPUT:1").waitFor("breakpoint set").press("c").waitFor("rule 1 of filter/INPUT matches");
    }

    @Test
    void a_command_that_is_wrong_stays_to_be_mended() throws Exception {
        start("$nfstep");
        command("iptabels -P FORWARD DROP").waitFor("did you mean 'iptables'?").waitFor(":iptabels -P FORWARD DROP");
        screen.press("C-a", "Right", "Right", "Right", "Right", "Right", "Delete", "Delete")
                .type("le");
        screen.press("Enter").waitFor("$ iptables -P FORWARD DROP");
    }

    @Test
    void a_paste_becomes_a_command_that_waits_for_enter() throws Exception {
        start("$nfstep").paste("ping -c1 14.215.177.39\nq\n").waitFor(":ping -c1 14.215.177.39 q");
        screen.press("BSpace", "BSpace", "Enter").waitFor("docker-reply (changed)");
    }
}
