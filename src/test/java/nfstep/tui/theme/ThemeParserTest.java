package nfstep.tui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import nfstep.Golden;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.tui.Glyph;
import nfstep.tui.Role;
import nfstep.tui.theme.Theme.Background;
import org.junit.jupiter.api.Test;

class ThemeParserTest {
    private static final String GOOD = """
            # a comment
            name           = Okabe-Ito
            background     = light
            palette.orange = #e69f00/214/yellow
            palette.verm   = #d55e00
            border         = fg:#808080/244
            border.focus   = fg:$orange attr:bold
            current.rule   = fg:black/16/black bg:$verm attr:bold,reverse
            verdict.drop   =
            glyph.accept   = "√" "y"
            glyph.break.on = "#" "#"
            box            = "═║╔╗╚╝╠╣╦╩╬" "-|+++++++++"
            inherit        = default-dark
            """;

    @Test
    void a_theme_has_the_styles_it_names() {
        Theme theme = parse(GOOD).orElseThrow();
        assertThat(theme.name()).isEqualTo("Okabe-Ito");
        assertThat(theme.background()).isEqualTo(Background.LIGHT);
        Shade orange = new Shade(new Colour.Rgb(0xe69f00), new Colour.Indexed(214), new Colour.Ansi(3));
        Shade vermilion = Shade.of(new Colour.Rgb(0xd55e00));
        assertThat(theme.style(Role.BORDER_FOCUS)).isEqualTo(new Style(orange, Shade.DEFAULT, Set.of(Attribute.BOLD)));
        assertThat(theme.style(Role.CURRENT_RULE).background()).isEqualTo(vermilion);
        assertThat(theme.style(Role.VERDICT_DROP)).isEqualTo(Style.PLAIN);
    }

    @Test
    void what_it_does_not_name_is_inherited() {
        Theme parent = Themes.named("default-dark").orElseThrow();
        assertThat(parse(GOOD).orElseThrow().style(Role.SELECTION)).isEqualTo(parent.style(Role.SELECTION));
    }

    @Test
    void its_signs_follow_the_encoding() {
        Theme theme = parse(GOOD).orElseThrow();
        assertThat(theme.glyphs(StandardCharsets.UTF_8).get(Glyph.ACCEPT)).isEqualTo('√');
        assertThat(theme.glyphs(StandardCharsets.US_ASCII).get(Glyph.ACCEPT)).isEqualTo('y');
        assertThat(theme.glyphs(StandardCharsets.UTF_8).get(Glyph.TOP_LEFT)).isEqualTo('╔');
        assertThat(theme.glyphs(StandardCharsets.ISO_8859_1).get(Glyph.TOP_LEFT))
                .isEqualTo('+');
        assertThat(theme.glyphs(StandardCharsets.UTF_8).get(Glyph.DROP)).isEqualTo(Glyph.DROP.unicode());
    }

    @Test
    void an_unknown_key_is_a_remark_and_the_rest_counts() {
        Parsed<Theme> parsed =
                parse("boarder = fg:red\nglyph.acept = \"a\" \"b\"\nwhat.is.this = 1\ntitle = attr:bold\n");
        assertThat(parsed.orElseThrow().style(Role.TITLE).attributes()).containsExactly(Attribute.BOLD);
        Golden.check("tui/theme-remarks.txt", parsed.render() + "\n");
    }

    @Test
    void an_error_names_its_place_and_what_was_probably_meant() {
        Parsed<Theme> parsed = parse("""
                palette.orange = #e69f00
                palette.two = red green
                text = fg:gren bg:#12345/16/black
                title = fg:$ornge
                border = attr:bold,revers
                heading = red
                dim = fg:1/2/3/4
                background = grey
                box = "─│" "-|"
                glyph.drop = "中" "✗"
                no equals sign
                inherit = nobody
                unknown = 1
                """);
        assertThat(parsed.ok()).isFalse();
        Golden.check("tui/theme-errors.txt", parsed.render() + "\n");
    }

    private static Parsed<Theme> parse(String text) {
        return Themes.parse(new SourceText("my.theme", text));
    }
}
