package nfstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nfstep.lab.BuiltInLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "nfstep {0}: exit code {1}")
    @CsvSource({
        "run goto, 0, packet 1",
        "run --summary goto, 0, packet 5",
        "run --verbose goto, 0, 'it wants -m udp --dport 9, the packet has destination port 1'",
        "run --format=trace goto, 0, TRACE: filter:FORWARD:rule:1 IN=eth1",
        "run --format=TRACE --ns=all goto, 0, [host] TRACE: filter:A:return",
        "run --format=conntrack masquerade, 0, src=",
        "run --format=json goto, 0, '{\"format\":\"nfstep-trace\",\"version\":1'",
        "run traces/goto.json, 0, packet 1",
        "labs, 0, docker-reply",
        "labs goto, 0, iptables -A A -p udp --dport 1 -g B",
        "labs docker-reply --expand, 0, -I POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE",
        "test goto, 0, 1 of 1 labs as expected",
        "themes, 0, default-dark",
        "themes --check themes/mono.theme, 0, 'themes/mono.theme: fine'",
        "completion, 0, complete",
        "help run, 0, Usage: nfstep run",
        "help, 0, Usage: nfstep",
        "--version, 0, nfstep 0"
    })
    void what_works_prints_on_standard_output(String line, int code, String out) {
        Typed typed = Typed.line(line.split(" "));
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).contains(out);
        assertThat(typed.code()).isEqualTo(code);
    }

    @ParameterizedTest(name = "nfstep {0}: exit code {1}, {2}")
    @CsvSource({
        "run, 2, Missing required parameter: 'FILE'",
        "run goto masquerade, 2, Unmatched argument",
        "run --format=xml goto, 2, 'expected one of [TEXT, TRACE, CONNTRACK, JSON]'",
        "run --summary --format=json goto, 2, --summary and --verbose are for --format=text alone",
        "run --summary --verbose goto, 2, '--summary or --verbose, not both'",
        "run --ns=world goto, 2, --ns is for --format=trace and --format=conntrack alone",
        "run --ns=mars --format=trace goto, 2, 'no namespace mars at the end of the walk; write one of host, lan, world'",
        "--color=5 goto, 2, '--color takes never, 16, 256 or true, not 5'",
        "--theme=nope goto, 4, 'nope: no such theme or file; themes are default-dark'",
        "--bogus, 2, Unknown option: '--bogus'",
        "labs gotto, 4, 'gotto: no such built-in lab; they are docker-reply'",
        "run gotto, 4, 'gotto: no such file or built-in lab; did you mean goto?'",
        "run /no/such/file, 4, '/no/such/file: no such file or built-in lab'",
        "run src, 4, 'src: is a directory, not a file'",
        "test gotto, 4, did you mean goto?",
        "labs traces/goto.json --expand, 3, is no lab",
        "themes --check /no/such, 4, '/no/such: cannot be read: no such file or folder'",
        "themes --check pom.xml, 3, 'pom.xml:1:'"
    })
    void what_does_not_work_says_why_on_standard_error(String line, int code, String err) {
        Typed typed = Typed.line(line.split(" "));
        assertThat(typed.err()).contains(err).doesNotContain("Exception", "\tat ");
        assertThat(typed.out()).isEmpty();
        assertThat(typed.code()).isEqualTo(code);
    }

    @Test
    void an_expectation_that_fails_is_exit_code_1() throws Exception {
        Path lab = lab("ip link set lo up\nping -c1 127.0.0.1\nexpect no-reply\n");
        Typed run = Typed.line("run", "--summary", lab.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("test.lab:3:1: not as expected: no-reply", "^");
        assertThat(Typed.line("test", lab.toString()).code()).isEqualTo(1);
    }

    @Test
    void a_command_that_is_refused_is_exit_code_3_with_what_happened_before() throws Exception {
        Path lab = lab("ip link set lo up\nping -c1 127.0.0.1\niptables -D INPUT 1\nping -c1 127.0.0.1\n");
        Typed run = Typed.line("run", "--summary", lab.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("test.lab:3:").contains("^");
        assertThat(run.out()).contains("packet 2:").doesNotContain("packet 3:");
    }

    @Test
    void a_wrong_line_is_exit_code_3_before_anything_runs() throws Exception {
        Path lab = lab("ip link set lo up\niptabels -P INPUT DROP\nip lnik set lo up\n");
        Typed run = Typed.line("run", lab.toString());
        assertThat(run).isEqualTo(new Typed(3, "", """
                %1$s:2:1: no such command: iptabels
                  iptabels -P INPUT DROP
                  ^^^^^^^^
                  hint: did you mean 'iptables'?
                %1$s:3:4: Object "lnik" is unknown, try "ip help"
                  ip lnik set lo up
                     ^^^^
                  hint: did you mean 'link'?
                """.formatted(lab)));
    }

    @Test
    void a_lab_that_is_wrong_does_not_keep_the_others_from_being_tested() throws Exception {
        lab("iptabels\n");
        Files.writeString(folder.resolve("a.lab"), "ip link set lo up\nping -c1 127.0.0.1\nexpect reply\n");
        Files.writeString(folder.resolve("z.lab"), "ip link set lo up\nping -c1 127.0.0.1\nexpect no-reply\n");
        Typed test = Typed.line("test", folder.toString());
        assertThat(test.code()).isEqualTo(3);
        assertThat(test.out())
                .contains("ok    " + folder.resolve("a.lab") + ": 1 expectations")
                .contains("FAIL  " + folder.resolve("test.lab") + ": cannot be read", "did you mean 'iptables'?")
                .contains("FAIL  " + folder.resolve("z.lab"), "not as expected: no-reply")
                .endsWith("1 of 3 labs as expected\n");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "empty, there is no command in it",
        "comment, there is no command in it",
        "binary, 'is not UTF-8 text, so it is no lab and no trace'",
        "control, 'a control character outside of quotes'",
        "windows, the line ends as on Windows (CR LF)"
    })
    void a_file_that_is_no_lab_is_exit_code_3(String content, String message) throws Exception {
        byte[] bytes =
                switch (content) {
                    case "empty" -> new byte[0];
                    case "comment" -> "# nothing\n".getBytes(StandardCharsets.UTF_8);
                    case "binary" -> new byte[] {0x7f, 'E', 'L', 'F', (byte) 0xff, (byte) 0xfe, 0};
                    case "control" -> "ip link set \033[2J up\n".getBytes(StandardCharsets.UTF_8);
                    default -> "ip link set lo up\r\n".getBytes(StandardCharsets.UTF_8);
                };
        Path file = Files.write(folder.resolve("file"), bytes);
        Typed run = Typed.line("run", file.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith(file + ":").contains(message).doesNotContain("\033");
    }

    @Test
    void a_byte_order_mark_is_not_a_part_of_a_lab() throws Exception {
        assertThat(Typed.line("run", lab("\ufeffip link set lo up\n").toString())
                        .code())
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void a_trace_of_a_trace_has_the_same_bytes_packed_or_not(BuiltInLab lab) throws Exception {
        String json = Typed.line("run", "--format=json", lab.label()).out();
        Path plain = Files.writeString(folder.resolve("walk.json"), json);
        Path packed = folder.resolve("walk.json.gz");
        try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(plain, out);
        }
        assertThat(Typed.line("run", "--format=json", plain.toString())).isEqualTo(new Typed(0, json, ""));
        assertThat(Typed.line("run", "--format=json", packed.toString())).isEqualTo(new Typed(0, json, ""));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void a_trace_prints_in_every_format_what_its_lab_does(BuiltInLab lab) {
        String trace = "traces/" + lab.label() + ".json";
        for (String format : List.of("--format=trace", "--format=conntrack", "--summary")) {
            assertThat(Typed.line("run", format, trace).out())
                    .as(format)
                    .isEqualTo(Typed.line("run", format, lab.label()).out());
        }
    }

    @ParameterizedTest(name = "nfstep {0}")
    @MethodSource("helped")
    void help_has_an_example_that_works_as_printed(String command) throws Exception {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.remove("");
        words.add("--help");
        Typed help = Typed.line(words.toArray(String[]::new));
        assertThat(help.code()).isZero();
        String example = help.out()
                .lines()
                .dropWhile(l -> !l.equals("Example:"))
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(example).startsWith("  nfstep ");
        String[] typed = example.strip()
                .replaceFirst(" > .*", "")
                .substring("nfstep ".length())
                .split(" ");
        assertThat(Typed.line(typed).code()).as(example).isZero();
    }

    /** All but help itself, and but what needs a kernel and root. */
    static Stream<String> helped() {
        Stream<String> commands = new CommandLine(new RootCommand()).getSubcommands().keySet().stream();
        return Stream.concat(
                Stream.of(""), commands.filter(c -> !c.equals("help") && !c.equals("verify") && !c.equals("fuzz")));
    }

    @Test
    void each_command_is_known_before_it_is_taken_for_a_file() {
        assertThat(Main.COMMANDS)
                .containsExactlyInAnyOrderElementsOf(
                        new CommandLine(new RootCommand()).getSubcommands().keySet());
    }

    @Test
    void captures_are_written_to_the_folder_that_was_named_and_nowhere_else() throws Exception {
        Path captures = folder.resolve("out/captures");
        Typed run = Typed.line("run", "--summary", "--captures=" + captures, "docker-captures");
        assertThat(run.code()).isZero();
        try (Stream<Path> files = Files.list(captures)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(Arrays.copyOf(Files.readAllBytes(file), 4))
                    .containsAnyOf(0xd4, 0xa1));
        }
    }

    private Path lab(String text) throws Exception {
        return Files.writeString(folder.resolve("test.lab"), text);
    }
}
