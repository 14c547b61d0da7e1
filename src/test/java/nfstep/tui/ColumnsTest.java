package nfstep.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnsTest {
    @ParameterizedTest(name = "U+{0} takes {1}")
    @CsvSource({
        "0020, 1",
        "007e, 1",
        "00e9, 1",
        "2500, 1",
        "25cf, 1",
        "25b8, 1",
        "2713, 1",
        "2192, 1",
        "2026, 1",
        "4e2d, 2",
        "3042, 2",
        "ac00, 2",
        "ff21, 2",
        "ff71, 1",
        "303f, 1",
        "0000, 0",
        "001b, 0",
        "007f, 0",
        "009b, 0",
        "00ad, 0",
        "0301, 0",
        "200b, 0",
        "200d, 0",
        "202e, 0",
        "2028, 0",
        "d83d, 0",
        "e000, 0",
        "fe0f, 0",
        "feff, 0",
        "05d0, 0",
        "0627, 0",
        "231a, 0",
        "2705, 0",
        "1f642, 0"
    })
    void a_character_takes_columns(String hex, int columns) {
        assertThat(Columns.of(Integer.parseInt(hex, 16))).isEqualTo(columns);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "plain, plain",
        "中 é, 中 é",
        "'a\u001b[31mb', 'a\\x1b[31mb'",
        "'a\tb', 'a\\x09b'",
        "'\u009b31m', '\\x9b31m'",
        "'x\u202ey', 'x\\u{202e}y'",
        "'e\u0301', 'e\\u{0301}'",
        "'\ud83d\ude42', '\\u{1f642}'",
        "'\ud83d', '\\u{d83d}'"
    })
    void what_has_no_certain_place_is_escaped(String text, String drawn) {
        assertThat(new Fragment(text, Role.TEXT).text()).isEqualTo(drawn);
    }

    @Test
    void every_character_of_a_drawable_text_has_columns() {
        IntStream.rangeClosed(0, 0xffff).forEach(c -> {
            String drawable = Columns.drawable(String.valueOf((char) c));
            assertThat(drawable.chars()).allMatch(d -> Columns.of(d) > 0);
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Glyph.class)
    void a_sign_is_one_column_and_its_stand_in_ascii(Glyph glyph) {
        assertThat(Columns.of(glyph.unicode())).isEqualTo(1);
        assertThat(glyph.ascii()).isBetween('!', '~');
    }
}
