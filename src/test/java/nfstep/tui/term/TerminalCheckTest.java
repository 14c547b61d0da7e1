package nfstep.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalCheckTest {
    @ParameterizedTest(name = "terminal: {0}, TERM={1}")
    @CsvSource({
        "true, xterm, ''",
        "true, linux, ''",
        "true, dumb, cannot move its cursor",
        "true, '', TERM is not set",
        "false, xterm, standard output is not a terminal",
        "false, dumb, standard output is not a terminal"
    })
    void it_says_why_nothing_can_be_painted(boolean isTerminal, String term, String reason) {
        var problem = TerminalCheck.problem(isTerminal, Map.of("TERM", term));
        assertThat(problem.isPresent()).isEqualTo(!reason.isEmpty());
        assertThat(problem.orElse("")).contains(reason);
    }
}
