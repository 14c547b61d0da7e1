package nfstep.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> WORDS = List.of("--dport", "--sport", "--ctstate", "conntrack", "icmp", "tcp");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "--dprot, --dport",
        "--dprt, --dport",
        "--ctsate, --ctstate",
        "contrack, conntrack",
        "tpc, tcp",
        "--port, --dport",
        "xyz,",
        "t,",
        "'',",
        "something-else,"
    })
    void a_slip_is_understood_and_a_guess_is_not_made(String word, String meant) {
        assertThat(Nearest.among(word, WORDS).orElse(null)).isEqualTo(meant);
    }

    @ParameterizedTest(name = "{0} to {1} takes {2}")
    @CsvSource({"'', abc, 3", "abc, abc, 0", "ab, ba, 1", "kitten, sitting, 3", "ca, abc, 3"})
    void edits_are_counted(String from, String to, int edits) {
        assertThat(Nearest.distance(from, to)).isEqualTo(edits);
        assertThat(Nearest.distance(to, from)).isEqualTo(edits);
    }

    @Test
    void a_word_of_a_megabyte_is_not_compared() {
        assertThat(Nearest.among("x".repeat(1_000_000), WORDS)).isEmpty();
        assertThat(Nearest.among("tcp", List.of("y".repeat(1_000_000)))).isEmpty();
    }
}
