package nfstep.tui.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Nearest;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.tui.Glyph;
import nfstep.tui.Role;
import nfstep.tui.theme.Theme.Background;
import nfstep.tui.theme.Theme.Sign;

/**
 * Reads a theme: lines {@code key = value}, comments with {@code #} in the first column.
 *
 * <p>It runs before the first frame, so it walks in loops: linking its lambdas would take longer than all of its work.
 *
 * <p>An unknown key is a remark, since a later version may know it; a value that cannot be read is an error.
 */
public final class ThemeParser {
    private static final String PALETTE = "palette.";
    private static final String GLYPH = "glyph.";

    private final Function<String, Optional<Theme>> themes;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final List<Diagnostic> remarks = new ArrayList<>();
    private final Map<String, Shade> palette = new LinkedHashMap<>();
    private final Map<Role, Style> styles = new LinkedHashMap<>();
    private final Map<Glyph, Sign> signs = new LinkedHashMap<>();
    private String name;
    private Background background = Background.DARK;

    private ThemeParser(SourceText source, Function<String, Optional<Theme>> themes) {
        this.themes = themes;
        this.name = source.name();
    }

    /** The theme of a text; {@code themes} finds the one that it inherits from by name. */
    public static Parsed<Theme> parse(SourceText source, Function<String, Optional<Theme>> themes) {
        return new ThemeParser(source, themes).read(source);
    }

    private Parsed<Theme> read(SourceText source) {
        List<Setting> settings = Setting.all(source, problems);
        for (Setting setting : settings) {
            if (setting.key().text().equals("inherit")) {
                inherit(setting);
            } else if (setting.key().text().startsWith(PALETTE)) {
                mix(setting);
            }
        }
        for (Setting setting : settings) {
            apply(setting);
        }
        if (!problems.isEmpty()) {
            return Parsed.failed(inOrder());
        }
        return Parsed.of(new Theme(name, background, styles, signs), remarks);
    }

    private List<Diagnostic> inOrder() {
        Comparator<Diagnostic> byLine = Comparator.comparingInt(it -> it.span().line());
        return Stream.concat(problems.stream(), remarks.stream())
                .sorted(byLine.thenComparing(it -> it.span().column()))
                .toList();
    }

    private void inherit(Setting setting) {
        Optional<Theme> parent = themes.apply(setting.value());
        if (parent.isEmpty()) {
            String message = "no theme is called '" + setting.value() + "'";
            problems.add(setting.problem(Code.UNKNOWN_NAME, setting.span(), message));
            return;
        }
        background = parent.get().background();
        styles.putAll(parent.get().styles());
        signs.putAll(parent.get().signs());
    }

    private void mix(Setting setting) {
        List<Token> words = setting.words();
        if (words.size() != 1) {
            problems.add(setting.problem(Code.BAD_VALUE, setting.span(), "expected one colour"));
            return;
        }
        Shade shade = new StyleParser(setting, palette, problems).shade(words.get(0));
        palette.put(setting.key().text().substring(PALETTE.length()), shade);
    }

    private void apply(Setting setting) {
        String key = setting.key().text();
        if (key.equals("name")) {
            name = setting.value();
        } else if (key.equals("background")) {
            background(setting);
        } else if (key.equals("box")) {
            signs.putAll(new SignParser(setting, problems).signs(Glyph.frame()));
        } else if (key.startsWith(GLYPH)) {
            sign(setting, key.substring(GLYPH.length()));
        } else if (!key.equals("inherit") && !key.startsWith(PALETTE)) {
            role(setting);
        }
    }

    private void background(Setting setting) {
        switch (setting.value()) {
            case "dark" -> background = Background.DARK;
            case "light" -> background = Background.LIGHT;
            default -> problems.add(setting.problem(Code.BAD_VALUE, setting.span(), "expected dark or light"));
        }
    }

    private void sign(Setting setting, String glyphKey) {
        Optional<Glyph> glyph = Glyph.ofKey(glyphKey);
        if (glyph.isPresent()) {
            signs.putAll(new SignParser(setting, problems).signs(List.of(glyph.get())));
        } else {
            unknown(setting);
        }
    }

    private void role(Setting setting) {
        Optional<Role> role = Role.ofKey(setting.key().text());
        if (role.isPresent()) {
            styles.put(role.get(), new StyleParser(setting, palette, problems).style());
        } else {
            unknown(setting);
        }
    }

    private void unknown(Setting setting) {
        Token key = setting.key();
        remarks.add(setting.problem(Code.UNKNOWN_OPTION, key.span(), "unknown key '" + key.text() + "', ignored")
                .suggesting(Nearest.among(key.text(), keys())));
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("name", "background", "inherit", "box"));
        Arrays.stream(Role.values()).forEach(role -> keys.add(role.key()));
        Arrays.stream(Glyph.values()).forEach(glyph -> keys.add(GLYPH + glyph.key()));
        return keys;
    }
}
