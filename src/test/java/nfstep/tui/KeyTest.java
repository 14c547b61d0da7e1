package nfstep.tui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nfstep.tui.Key.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "s",
                "S",
                ".",
                ",",
                "{",
                "}",
                "/",
                ":",
                "-",
                "C-l",
                "C--",
                "M-x",
                "C-M-a",
                "Space",
                "C-Space",
                "F3",
                "S-F8",
                "Tab",
                "S-Tab",
                "Up",
                "C-Right",
                "PgUp",
                "PgDn",
                "Home",
                "End",
                "Ins",
                "Del",
                "Esc",
                "Enter",
                "Backspace",
                "é"
            })
    void a_name_is_read_and_printed(String name) {
        assertThat(Key.parse(name))
                .hasValueSatisfying(key -> assertThat(key.name()).isEqualTo(name));
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", " ", "xy", "C-", "F13", "tab", "X-a", "S-a", "\u001b", "\u0301"})
    void no_key_has_another_name(String name) {
        assertThat(Key.parse(name)).isEmpty();
    }

    @Test
    void only_a_character_without_control_or_alt_is_text() {
        assertThat(Key.named("s").isText()).isTrue();
        assertThat(Key.named("Space").isText()).isTrue();
        assertThat(Key.named("C-s").isText()).isFalse();
        assertThat(Key.named("M-s").isText()).isFalse();
        assertThat(Key.named("Enter").isText()).isFalse();
    }

    @Test
    void a_key_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> new Key(Kind.UP, 'x', Key.Modifiers.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Key.named("Hyper")).hasMessageContaining("'Hyper'");
    }
}
