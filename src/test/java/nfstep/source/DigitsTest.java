package nfstep.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    @ParameterizedTest(name = "''{0}'': decimal {1}, hexadecimal {2}")
    @CsvSource({
        "'', false, false",
        "0, true, true",
        "123, true, true",
        "1234, false, false",
        "-1, false, false",
        "1.5, false, false",
        "fA0, false, true",
        "g, false, false",
        "' 1', false, false",
        "١٢, false, false",
        "１２, false, false"
    })
    void only_one_to_three_digits_of_ascii_are_a_number(String text, boolean decimal, boolean hexadecimal) {
        assertThat(Digits.areDecimal(text, 3)).isEqualTo(decimal);
        assertThat(Digits.areHexadecimal(text, 3)).isEqualTo(hexadecimal);
    }
}
