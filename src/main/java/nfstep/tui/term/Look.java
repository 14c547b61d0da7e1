package nfstep.tui.term;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import nfstep.tui.Glyphs;
import nfstep.tui.theme.ColourDepth;
import nfstep.tui.theme.Theme;
import nfstep.tui.theme.Themes;

/** How an app is shown: its theme, and what the terminal can show of it. */
public record Look(Theme theme, ColourDepth depth, Charset charset) {
    /** The usual theme for the depth that was asked for, or else for the one that the environment tells of. */
    public static Look of(Optional<ColourDepth> wanted, Map<String, String> environment) {
        ColourDepth depth = wanted.orElseGet(() -> ColourDepth.detect(environment));
        return new Look(Themes.usual(depth, Themes.isLight(environment)), depth, localeCharset());
    }

    /** The same with another theme. */
    public Look with(Theme other) {
        return new Look(other, depth, charset);
    }

    /** The signs that the terminal can show. */
    public Glyphs glyphs() {
        return theme.glyphs(charset);
    }

    /** The encoding of the locale; since JDK 18 the default charset says nothing about it. */
    private static Charset localeCharset() {
        return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    }
}
