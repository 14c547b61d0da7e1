package nfstep.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @ParameterizedTest(name = "U+{0} becomes {1}")
    @CsvSource({
        "0000, \\x00",
        "0009, \\x09",
        "000a, \\x0a",
        "001b, \\x1b",
        "007f, \\x7f",
        "0085, \\x85",
        "009b, \\x9b",
        "00ad, \\xad",
        "200b, \\u{200b}",
        "202e, \\u{202e}",
        "2028, \\u{2028}",
        "2066, \\u{2066}",
        "d800, \\u{d800}",
        "feff, \\u{feff}",
        "e000, \\u{e000}",
        "e0041, \\u{e0041}",
        "ffff, \\u{ffff}"
    })
    void what_is_no_glyph_is_escaped(String hex, String escaped) {
        String text = "a" + new String(Character.toChars(Integer.parseInt(hex, 16))) + "b";
        assertThat(Printable.escape(text)).isEqualTo("a" + escaped + "b");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", "plain ~text", "größe", "日本語", "🐧", "back\\slash"})
    void glyphs_stay(String text) {
        assertThat(Printable.escape(text)).isSameAs(text);
    }

    @Test
    void a_line_has_blanks_for_tabs_and_lines_keep_their_ends() {
        assertThat(Printable.line("a\tb\nc")).isEqualTo("a b\\x0ac");
        assertThat(Printable.lines("a\tb\r\nc\n")).isEqualTo("a b\\x0d\nc\n");
    }

    @Test
    void random_text_never_keeps_a_control() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            String text = random.ints(20, 0, 0x3000)
                    .collect(StringBuilder::new, (out, c) -> out.append((char) c), StringBuilder::append)
                    .toString();
            assertThat(Printable.escape(text).codePoints()).allMatch(Printable::isSafe);
        }
    }
}
