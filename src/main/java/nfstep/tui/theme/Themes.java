package nfstep.tui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/** The themes that come with nfstep, from the folder {@code themes}. */
public final class Themes {
    /** Their names. */
    public static final List<String> NAMES = List.of("default-dark", "default-light", "mono");

    private Themes() {}

    /** The theme with one of the {@link #NAMES}. */
    public static Optional<Theme> named(String name) {
        return text(name).map(text -> parse(text).orElseThrow());
    }

    /** The file of the theme with one of the {@link #NAMES}. */
    public static Optional<SourceText> text(String name) {
        return NAMES.contains(name) ? Optional.of(new SourceText(name + ".theme", resource(name))) : Optional.empty();
    }

    /** A theme that somebody wrote, which may inherit from these. */
    public static Parsed<Theme> parse(SourceText text) {
        return ThemeParser.parse(text, Themes::named);
    }

    /**
     * The theme that is used when nobody asked for another.
     *
     * @param isLight whether the terminal has a light background, as far as is known
     */
    public static Theme usual(ColourDepth depth, boolean isLight) {
        String coloured = isLight ? "default-light" : "default-dark";
        return named(depth == ColourDepth.MONO ? "mono" : coloured).orElseThrow();
    }

    /**
     * Whether the environment tells of a light background: {@code COLORFGBG}, which rxvt, Konsole and others set to
     * {@code foreground;background} in numbers of the sixteen colours.
     */
    public static boolean isLight(Map<String, String> environment) {
        String value = environment.getOrDefault("COLORFGBG", "");
        String background = value.substring(value.lastIndexOf(';') + 1);
        return background.equals("7") || background.equals("15");
    }

    private static String resource(String name) {
        try (InputStream in = Themes.class.getResourceAsStream("/nfstep/themes/" + name + ".theme")) {
            if (in == null) {
                throw new IllegalStateException("this build lacks its theme " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
