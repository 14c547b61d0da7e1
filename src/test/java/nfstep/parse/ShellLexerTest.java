package nfstep.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nfstep.Golden;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellLexerTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "ip link set lo up ~ ip|link|set|lo|up",
                "  ping   -c1\t10.0.0.1  ~ ping|-c1|10.0.0.1",
                "send 'a b' \"c d\" e\\ f ~ send|a b|c d|e f",
                "send a'b'\"c\" ~ send|abc",
                "send \"a\\\"b\\$c\\d\" ~ send|a\"b$c\\d",
                "send '$x * | ;' ~ send|$x * | ;",
                "send a#b # c ~ send|a#b",
                "iptables -A INPUT ! -i lo -j DROP ~ iptables|-A|INPUT|!|-i|lo|-j|DROP",
                "send [ ~ ERROR",
                "send \\[ \\& ~ send|[|&"
            })
    void words_are_what_a_shell_passes(String line, String words) {
        Parsed<List<LabLine>> lines = read(line);
        String seen = lines.ok()
                ? String.join(
                        "|",
                        lines.orElseThrow().get(0).words().stream()
                                .map(Word::text)
                                .toList())
                : "ERROR";
        assertThat(seen).isEqualTo(words);
    }

    @Test
    void an_empty_word_in_quotes_is_a_word() {
        assertThat(only("send ''").words()).extracting(Word::text).containsExactly("send", "");
    }

    @Test
    void a_word_knows_its_place() {
        assertThat(read("\n  ip 'li nk'").orElseThrow().get(0).words())
                .containsExactly(new Word("ip", new Span(2, 3, 2)), new Word("li nk", new Span(2, 6, 7)));
    }

    @Test
    void a_backslash_takes_the_line_end_away() {
        LabLine line = only("ip link \\\n  set l\\\no up");
        assertThat(line.words()).extracting(Word::text).containsExactly("ip", "link", "set", "lo", "up");
        assertThat(line.words().get(2).span()).isEqualTo(new Span(2, 3, 3));
        assertThat(line.line()).isEqualTo(1);
    }

    @Test
    void assignments_stand_before_the_command() {
        LabLine line = only("DOCKER_VERSION=20.10 B='x y' dockerd C=1");
        assertThat(line.assignments())
                .extracting(a -> a.name() + ":" + a.value())
                .containsExactly("DOCKER_VERSION:20.10", "B:x y");
        assertThat(line.words()).extracting(Word::text).containsExactly("dockerd", "C=1");
    }

    @Test
    void a_here_document_is_the_lines_up_to_its_word() {
        List<LabLine> lines = read("iptables-restore <<'END' # rules\n*nat\n$x '\nEND\nsleep 1 &")
                .orElseThrow();
        assertThat(lines.get(0).document()).contains(new HereDocument("*nat\n$x '\n", 2));
        assertThat(lines.get(0).text()).endsWith("END");
        assertThat(lines.get(1).line()).isEqualTo(5);
        assertThat(lines.get(1).background()).isTrue();
    }

    @Test
    void every_problem_is_told_with_its_place_and_what_to_write_instead() {
        String text = """
                # a comment with | and $
                cat rules | iptables-restore
                ping 10.0.0.1 && ping 10.0.0.2
                ping 10.0.0.1 || ping 10.0.0.2
                ip link set lo up; ip link set eth0 up
                iptables -L > rules.txt
                iptables -L 2>&1
                tcpdump -i eth0 & sleep 1
                &
                ping $HOST
                ping "$HOST"
                ping $(hostname)
                ping `hostname`
                sleep $((1 + 1))
                ls *.lab
                ping 10.0.0.{1,2}
                cd ~
                for i in 1 2 3
                do
                ! ping 10.0.0.1
                (ip link)
                HOST=10.0.0.1
                iptables-restore < rules
                iptables-restore <<END
                *nat
                END
                iptables-restore <<-'END'
                send tcp 'a b
                send tcp "a b
                iptables-restore <<'END'
                *nat
                COMMIT
                """;
        Golden.check("parse/shell-problems.txt", read(text).render() + "\n");
    }

    @Test
    void line_ends_as_on_windows_are_told() {
        assertThat(read("ip link\r\nip addr\r\n").diagnostics()).hasSize(2).allSatisfy(d -> assertThat(d.message())
                .contains("CR LF"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void any_text_gives_commands_or_problems_within_its_lines(long seed) {
        Random random = new Random(seed);
        String alphabet = "ab= \t\n\n\\'\"#&|;<>$`*?[]{}~!()\r-E\u00e4\u0001";
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Parsed<List<LabLine>> result = read(text.toString());
            assertThat(result.ok()).isEqualTo(result.diagnostics().isEmpty());
            assertThat(result.render()).isNotNull();
        }
    }

    @Test
    void a_known_text_is_split_line_by_line_as_it_is_at_once_and_may_have_no_problem() {
        String text = "# a comment\n\nip link set lo up\n  # another\nsend 'a b' \\\n  c\n";
        List<LabLine> lines = new ArrayList<>();
        ShellLexer.ofKnown(new SourceText("test.lab", text)).forEachRemaining(lines::add);
        assertThat(lines).hasSize(2).isEqualTo(read(text).orElseThrow());
        assertThatIllegalStateException()
                .isThrownBy(() -> ShellLexer.ofKnown(new SourceText("test.lab", "send [\n")))
                .withMessageContaining("test.lab:1:6");
    }

    private static LabLine only(String text) {
        List<LabLine> lines = read(text).orElseThrow();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static Parsed<List<LabLine>> read(String text) {
        return ShellLexer.read(new SourceText("test.lab", text));
    }
}
