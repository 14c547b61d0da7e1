package nfstep.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharDecoderTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-8", "GB18030", "EUC-JP"})
    void a_character_may_come_in_pieces(String charset) {
        CharDecoder decoder = new CharDecoder(Charset.forName(charset));
        StringBuilder text = new StringBuilder();
        for (byte b : "a中b文".getBytes(Charset.forName(charset))) {
            text.append(decoder.decode(new byte[] {b}));
        }
        assertThat(text).hasToString("a中b文");
    }

    @Test
    void what_is_no_character_is_replaced_and_the_rest_remains() {
        CharDecoder decoder = new CharDecoder(StandardCharsets.UTF_8);
        assertThat(decoder.decode(new byte[] {'a', (byte) 0xff, 'b'})).isEqualTo("a\ufffdb");
        assertThat(new CharDecoder(StandardCharsets.US_ASCII).decode(new byte[] {(byte) 0xe9, 'x'}))
                .isEqualTo("\ufffdx");
    }
}
