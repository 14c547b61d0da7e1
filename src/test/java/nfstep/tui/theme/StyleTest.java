package nfstep.tui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import nfstep.tui.theme.Colour.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleTest {
    @ParameterizedTest(name = "{0} as text {1}, behind it {2}")
    @CsvSource({
        "default, 39, 49",
        "black, 30, 40",
        "white, 37, 47",
        "bright_black, 90, 100",
        "bright_red, 91, 101",
        "208, 38;5;208, 48;5;208",
        "#ff8700, 38;2;255;135;0, 48;2;255;135;0"
    })
    void a_colour_has_its_sgr_parameters(String name, String foreground, String background) {
        Colour colour = ColourNames.parse(name).orElseThrow();
        assertThat(colour.sgr(Layer.FOREGROUND)).isEqualTo(foreground);
        assertThat(colour.sgr(Layer.BACKGROUND)).isEqualTo(background);
    }

    @ParameterizedTest(name = "{0} is {1} of 256 and {2} of 16")
    @CsvSource({
        "#ff8700, 208, yellow",
        "#808080, 244, bright_black",
        "#000000, 16, black",
        "#ffffff, 231, bright_white",
        "#5f87af, 67, bright_black",
        "#ee0000, 196, bright_red",
        "196, 196, bright_red",
        "21, 21, blue",
        "255, 255, white",
        "9, 9, bright_red",
        "red, red, red",
        "default, default, default"
    })
    void what_a_terminal_lacks_becomes_the_nearest(String name, String indexed, String ansi) {
        Shade shade = Shade.of(ColourNames.parse(name).orElseThrow());
        assertThat(shade.at(ColourDepth.INDEXED))
                .isEqualTo(ColourNames.parse(indexed).orElseThrow());
        assertThat(shade.at(ColourDepth.ANSI)).isEqualTo(ColourNames.parse(ansi).orElseThrow());
        assertThat(shade.at(ColourDepth.MONO)).isEqualTo(Colour.DEFAULT);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "#fff", "#ff87001", "256", "-1", "+1", "rot", "bright_default", "#gggggg", "٣"})
    void nothing_else_is_a_colour(String text) {
        assertThat(ColourNames.parse(text)).isEmpty();
    }

    @Test
    void every_word_that_is_suggested_is_a_colour() {
        assertThat(ColourNames.words()).allMatch(word -> ColourNames.parse(word).isPresent());
    }

    @Test
    void a_style_is_one_sequence_that_starts_from_a_reset() {
        Style style = new Style(
                Shade.of(new Colour.Rgb(0xff8700)),
                Shade.of(new Colour.Ansi(4)),
                Set.of(Attribute.REVERSE, Attribute.BOLD));
        assertThat(style.sgr(ColourDepth.TRUECOLOUR)).isEqualTo("\033[;1;7;38;2;255;135;0;44m");
        assertThat(style.sgr(ColourDepth.INDEXED)).isEqualTo("\033[;1;7;38;5;208;44m");
        assertThat(style.sgr(ColourDepth.ANSI)).isEqualTo("\033[;1;7;33;44m");
        assertThat(style.sgr(ColourDepth.MONO)).isEqualTo("\033[;1;7m");
        assertThat(Style.PLAIN.sgr(ColourDepth.TRUECOLOUR)).isEqualTo("\033[m");
    }

    @Test
    void a_style_over_another_adds_what_it_has() {
        Style red = new Style(Shade.of(new Colour.Ansi(1)), Shade.DEFAULT, Set.of(Attribute.BOLD));
        Style reverse = new Style(Shade.DEFAULT, Shade.of(new Colour.Ansi(4)), Set.of(Attribute.REVERSE));
        assertThat(reverse.over(red))
                .isEqualTo(new Style(
                        Shade.of(new Colour.Ansi(1)),
                        Shade.of(new Colour.Ansi(4)),
                        Set.of(Attribute.BOLD, Attribute.REVERSE)));
    }

    @Test
    void a_colour_out_of_range_cannot_be() {
        assertThatThrownBy(() -> new Colour.Ansi(16)).hasMessageContaining("16");
        assertThatThrownBy(() -> new Colour.Indexed(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Colour.Rgb(0x1000000)).isInstanceOf(IllegalArgumentException.class);
    }
}
