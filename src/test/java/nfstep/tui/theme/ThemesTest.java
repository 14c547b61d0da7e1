package nfstep.tui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nfstep.source.SourceText;
import nfstep.tui.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ThemesTest {
    private static final List<String> ALL = Themes.NAMES;

    @Test
    void the_names_are_those_of_the_files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("themes"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".theme", "")))
                    .containsExactlyInAnyOrderElementsOf(ALL);
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("ALL")
    void a_theme_reads_without_a_remark(String name) {
        SourceText text = Themes.text(name).orElseThrow();
        assertThat(Themes.parse(text).diagnostics()).isEmpty();
    }

    @Test
    void no_other_name_is_a_theme() {
        assertThat(Themes.named("../pom")).isEmpty();
    }

    @ParameterizedTest(name = "{0} is read on {1}")
    @CsvSource({"default-dark, 0x000000", "default-light, 0xffffff"})
    void every_colour_differs_enough_from_the_background(String name, String background) {
        Theme theme = Themes.named(name).orElseThrow();
        for (Role role : Role.values()) {
            int shown = rgb(theme.style(role).foreground().truecolour());
            if (shown >= 0) {
                assertThat(contrast(shown, Integer.decode(background)))
                        .as("contrast of %s, WCAG 2.1, 1.4.3", role)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest(name = "COLORFGBG={0}")
    @CsvSource({"'15;0', default-dark", "'0;15', default-light", "'0;default;7', default-light", "'', default-dark"})
    void the_background_chooses_the_usual_theme(String colours, String name) {
        boolean isLight = Themes.isLight(Map.of("COLORFGBG", colours));
        assertThat(Themes.usual(ColourDepth.ANSI, isLight))
                .isEqualTo(Themes.named(name).orElseThrow());
    }

    @Test
    void the_usual_theme_styles_every_role() {
        assertThat(Themes.usual(ColourDepth.ANSI, false).styles()).containsOnlyKeys(Role.values());
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "BORDER, BORDER_FOCUS",
        "TITLE, TITLE_FOCUS",
        "TEXT, SELECTION",
        "TEXT, CHANGED",
        "TEXT, CURRENT_RULE",
        "VERDICT_ACCEPT, VERDICT_DROP",
        "TEXT, ERROR",
        "TEXT, STATUS",
        "TEXT, KEY_HINT"
    })
    void these_differ_even_without_colours(Role one, Role other) {
        Theme mono = Themes.usual(ColourDepth.MONO, false);
        assertThat(mono.style(one).sgr(ColourDepth.MONO))
                .isNotEqualTo(mono.style(other).sgr(ColourDepth.MONO));
    }

    @Test
    void the_mono_theme_names_no_colour() {
        Theme mono = Themes.named("mono").orElseThrow();
        assertThat(Arrays.stream(Role.values()).map(mono::style)).allSatisfy(style -> assertThat(style)
                .isEqualTo(new Style(Shade.DEFAULT, Shade.DEFAULT, style.attributes())));
    }

    private static int rgb(Colour colour) {
        if (colour instanceof Colour.Rgb rgb) {
            return rgb.value();
        }
        if (colour instanceof Colour.Indexed indexed) {
            return Palette.rgb(indexed.index());
        }
        return colour instanceof Colour.Ansi ansi ? Palette.rgb(ansi.index()) : -1;
    }

    private static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
