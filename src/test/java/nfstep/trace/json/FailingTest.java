package nfstep.trace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import nfstep.event.FirstFailures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailingTest {
    private static final int RULES = 50_000;

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"0, a", "4 4 4, e3", "1 1 4, b2e", "25 26, z(26)", "255 255 0, (255)2a", "6 6 6 6 6 6 6 6 6 6, g10"})
    void conditions_are_letters_with_a_number_for_so_many(String conditions, String text) {
        FirstFailures failures = FirstFailures.of(Arrays.stream(conditions.split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray());
        assertThat(Failing.write(failures)).isEqualTo(text);
        assertThat(Failing.read(text, failures.size())).isEqualTo(failures);
    }

    @ParameterizedTest(name = "{0} of at most {1}")
    @CsvSource({"a3, 2", "a0, 2", "aaa, 2", "a99999999999999999999, 9", "(256), 9", "(5, 9", "(), 9", "A, 9", "9, 9"})
    void a_text_that_says_something_else_is_refused(String text, int most) {
        assertThatThrownBy(() -> Failing.read(text, most)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rule_that_was_passed_over_costs_at_most_two_bytes() throws IOException {
        Random random = new Random(20_261_124);
        int[] worst = IntStream.range(0, RULES).map(i -> random.nextInt(8)).toArray();
        String text = Failing.write(FirstFailures.of(worst));
        assertThat(text).hasSizeLessThan(2 * RULES);
        assertThat(packed(text)).isLessThan(RULES);
        int[] usual = new int[RULES];
        assertThat(Failing.write(FirstFailures.of(usual))).isEqualTo("a50000");
    }

    private static int packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return out.size();
    }
}
