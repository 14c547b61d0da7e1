package nfstep.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceTest {
    @ParameterizedTest(name = "{0}: {1} of 2^31, written {2}, printed {3}")
    @CsvSource({
        "0, 0, 0, 0.00000000000",
        "1, 2147483648, 1, 1.00000000000",
        ".5, 1073741824, 0.5, 0.50000000000",
        "0.3333, 715756300, 0.3333, 0.33330000006",
        "1e-9, 2, 0.000000001, 0.00000000093",
        "0.9999999999, 2147483648, 1, 1.00000000000",
    })
    void a_chance_is_read_and_printed(String text, long parts, String shortest, String printed) {
        Chance chance = Chance.parse(text).orElseThrow();
        assertThat(chance.parts()).isEqualTo(parts);
        assertThat(chance).hasToString(shortest);
        assertThat(chance.text()).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 1_000_003, 644_245_094, 2_147_483_647})
    void what_is_printed_is_read_as_the_same(long parts) {
        Chance chance = new Chance(parts);
        assertThat(Chance.parse(chance.toString())).contains(chance);
        assertThat(Chance.parse(chance.text())).contains(chance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-0.1", "1.1", "x", "1e1"})
    void what_is_not_from_0_to_1_is_no_chance(String text) {
        assertThat(Chance.parse(text)).isEmpty();
    }
}
