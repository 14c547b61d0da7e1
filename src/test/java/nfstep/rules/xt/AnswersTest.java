package nfstep.rules.xt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import nfstep.Golden;
import nfstep.Run;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A list of rules, each with one extension, and what iptables answers: saved text and listings, or a refusal. */
class AnswersTest {
    private static final Path RULES = Path.of("src", "test", "resources", "xt", "rules.txt");
    /** Rules with extensions that are not modelled: their listings are not compared. */
    private static final Path KNOWN = Path.of("src", "test", "resources", "xt", "known.txt");

    /** Rules that iptables 1.8.9 saves as something else, or takes though they never match. */
    private static final Path NEWER = Path.of("src", "test", "resources", "xt", "newer.txt");
    /** Rules that switch connection tracking on, or might. */
    private static final Path TRACKING = Path.of("src", "test", "resources", "xt", "tracking.txt");

    @Test
    void each_rule_is_saved_listed_or_refused_as_iptables_does() throws IOException {
        String answers = rules().stream()
                .map(rule -> rule + "\n" + Asked.of(rule).answer())
                .collect(Collectors.joining());
        Golden.check("xt/answers.txt", answers);
    }

    @Test
    void a_rule_of_which_1_8_9_loses_a_part_is_kept_whole_or_refused_as_later_versions_do() throws IOException {
        String answers = Files.readAllLines(NEWER).stream()
                .map(rule -> rule + "\n" + Asked.of(rule).answer())
                .collect(Collectors.joining());
        Golden.check("xt/newer.txt", answers);
    }

    @Test
    void each_refusal_says_what_to_write_instead() throws IOException {
        String refusals = rules().stream()
                .filter(rule -> !Asked.of(rule).refusal().isEmpty())
                .map(rule -> rule + "\n    " + Asked.of(rule).refusal() + "\n")
                .collect(Collectors.joining());
        Golden.check("xt/refusals.txt", refusals);
    }

    @Test
    void what_is_saved_is_read_back_and_saved_the_same() throws IOException {
        for (String rule : rules()) {
            Asked asked = Asked.of(rule);
            if (!asked.isTarget()) {
                asked.match().value().ifPresent(match -> {
                    String saved = asked.place().saved(asked.spec()) + match.toSyntax();
                    assertThat(asked.place().match(saved).toSyntax()).as(rule).isEqualTo(match.toSyntax());
                });
            } else {
                asked.target().value().ifPresent(target -> {
                    String saved = asked.place().saved(asked.spec()) + target.toSyntax();
                    assertThat(asked.place().target(saved).toSyntax()).as(rule).isEqualTo(target.toSyntax());
                });
            }
        }
    }

    @Test
    void each_rule_that_is_not_modelled_is_saved_or_refused_as_iptables_does() throws IOException {
        String answers = Files.readAllLines(KNOWN).stream()
                .map(rule -> rule + "\n" + withoutListings(Asked.of(rule).answer()))
                .collect(Collectors.joining());
        Golden.check("xt/known.txt", answers);
    }

    private static String withoutListings(String answers) {
        return answers.replaceAll("(?m)^    (listed|numeric).*\\n", "");
    }

    @Test
    void each_rule_switches_connection_tracking_on_as_in_the_kernel() throws IOException {
        String answers = Files.readAllLines(TRACKING).stream()
                .map(rule -> (Asked.of(rule).needsConntrack() ? "1 " : "0 ") + rule + "\n")
                .collect(Collectors.joining());
        Golden.check("xt/tracking.txt", answers);
    }

    @Tag("kernel")
    @Test
    void the_kernel_tracks_connections_for_the_same_rules() throws IOException, InterruptedException {
        String line = "unshare -n src/test/sh/tracking < " + TRACKING;
        Run.Outcome real = Run.in(Path.of("").toAbsolutePath()).command("sh", "-c", line);
        assertThat(real.err()).isEmpty();
        Golden.check("xt/tracking.txt", real.out());
    }

    @Tag("kernel")
    @Test
    void the_real_tool_on_this_kernel_saves_and_refuses_the_same() throws IOException, InterruptedException {
        String line = "unshare -n src/test/sh/answers < " + KNOWN;
        Run.Outcome real = Run.in(Path.of("").toAbsolutePath()).command("sh", "-c", line);
        Golden.check("xt/known.txt", withoutListings(real.out()));
    }

    @Tag("kernel")
    @Test
    void the_answers_are_those_of_the_real_tool_on_this_kernel() throws IOException, InterruptedException {
        String line = "unshare -n src/test/sh/answers < " + RULES;
        Run.Outcome real = Run.in(Path.of("").toAbsolutePath()).command("sh", "-c", line);
        assertThat(real.err()).isEmpty();
        Golden.check("xt/answers.txt", real.out());
    }

    private static List<String> rules() throws IOException {
        return Files.readAllLines(RULES);
    }
}
