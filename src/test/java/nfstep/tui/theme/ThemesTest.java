package nfstep.tui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

    @Test
    void the_usual_theme_styles_every_role() {
        assertThat(Themes.usual(ColourDepth.ANSI).styles()).containsOnlyKeys(Role.values());
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
        Theme mono = Themes.usual(ColourDepth.MONO);
        assertThat(mono.style(one).sgr(ColourDepth.MONO))
                .isNotEqualTo(mono.style(other).sgr(ColourDepth.MONO));
    }

    @Test
    void the_mono_theme_names_no_colour() {
        Theme mono = Themes.named("mono").orElseThrow();
        assertThat(Arrays.stream(Role.values()).map(mono::style)).allSatisfy(style -> assertThat(style)
                .isEqualTo(new Style(Shade.DEFAULT, Shade.DEFAULT, style.attributes())));
    }
}
