package nfstep.tui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
    private static final Line LINE =
            Line.of("jump", Role.VERDICT_JUMP).plus(" to ").plus("中文", Role.NAT);

    @Test
    void its_width_counts_columns() {
        assertThat(LINE.width()).isEqualTo(12);
        assertThat(LINE.text()).isEqualTo("jump to 中文");
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "0, 12, 'jump to 中文'",
        "2, 6, 'mp t'",
        "8, 12, 中文",
        "9, 12, ' 文'",
        "8, 11, '中 '",
        "5, 5, ''",
        "20, 30, ''"
    })
    void a_slice_has_the_columns_asked_for(int from, int to, String text) {
        assertThat(LINE.slice(from, to).text()).isEqualTo(text);
    }

    @Test
    void a_slice_keeps_roles() {
        assertThat(LINE.slice(3, 9).fragments())
                .containsExactly(
                        new Fragment("p", Role.VERDICT_JUMP),
                        new Fragment(" to ", Role.TEXT),
                        new Fragment(" ", Role.NAT));
    }

    @ParameterizedTest(name = "to {0} columns")
    @CsvSource({"12, 'jump to 中文'", "11, 'jump to 中…'", "5, 'jump…'", "1, '…'", "0, ''"})
    void a_line_too_long_ends_in_an_ellipsis(int width, String text) {
        assertThat(LINE.shortened(width, '…').text().strip()).isEqualTo(text);
    }

    @ParameterizedTest(name = "''{0}'' at {1}")
    @CsvSource({
        "one two three, 7, one two|three",
        "one two three, 8, one two|three",
        "one two three, 13, one two three",
        "one  two, 4, one|two",
        "abcdefgh ij, 3, abc|def|gh|ij",
        "'', 5, ''",
        "中文字, 4, 中文|字"
    })
    void wrapping_breaks_between_words(String text, int width, String rows) {
        assertThat(Line.of(text).wrapped(width).stream().map(Line::text))
                .containsExactlyElementsOf(Arrays.asList(rows.split("\\|", -1)));
    }

    @Test
    void nothing_fits_into_no_width() {
        assertThatThrownBy(() -> LINE.wrapped(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_123})
    void wrapped_rows_fit_and_lose_no_letter(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Line line = randomLine(random);
            int width = 2 + random.nextInt(20);
            assertThat(line.wrapped(width))
                    .allSatisfy(row -> assertThat(row.width()).isLessThanOrEqualTo(width));
            StringBuilder joined = new StringBuilder();
            line.wrapped(width).forEach(row -> joined.append(row.text()));
            assertThat(letters(joined.toString())).isEqualTo(letters(line.text()));
        }
    }

    private static String letters(String text) {
        return text.replace(" ", "");
    }

    private static Line randomLine(Random random) {
        Line line = Line.EMPTY;
        for (int i = random.nextInt(6); i > 0; i--) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(9), 0, 5).forEach(n -> text.append("ab c ".charAt(n)));
            line = line.plus(text.toString(), random.nextBoolean() ? Role.TEXT : Role.NAT);
        }
        return line;
    }
}
