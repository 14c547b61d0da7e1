package nfstep.tui.pane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListItemTest {
    @ParameterizedTest(name = "''{0}'': {1}")
    @CsvSource({
        "'- one', true",
        "'* one', true",
        "'1. one', true",
        "'12) one', true",
        "'-one', false",
        "'1 one', false",
        "'1.', false",
        "'. one', false",
        "'', false",
        "'one - two', false"
    })
    void an_item_begins_with_its_sign_and_a_blank(String text, boolean begins) {
        assertThat(ListItem.begins(text)).isEqualTo(begins);
    }
}
