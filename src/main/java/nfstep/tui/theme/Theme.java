package nfstep.tui.theme;

import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.Map;
import nfstep.tui.Glyph;
import nfstep.tui.Glyphs;
import nfstep.tui.Role;

/** A name, the style of each role and the signs that differ from the usual ones. */
public record Theme(String name, Background background, Map<Role, Style> styles, Map<Glyph, Sign> signs) {
    /** No colours, no attributes, the usual signs. */
    public static final Theme BARE = new Theme("bare", Background.DARK, Map.of(), Map.of());

    public Theme {
        styles = ordered(Role.class, styles);
        signs = ordered(Glyph.class, signs);
    }

    /** The style of a role; one that the theme does not name is plain. */
    public Style style(Role role) {
        return styles.getOrDefault(role, Style.PLAIN);
    }

    /** The style of a cell in a role with another laid over it. */
    public Style style(Role role, Role overlay) {
        return overlay == Role.TEXT ? style(role) : style(overlay).over(style(role));
    }

    /** The signs for a terminal's character encoding. */
    public Glyphs glyphs(Charset charset) {
        Glyphs glyphs = Glyphs.of(charset);
        for (Map.Entry<Glyph, Sign> entry : signs.entrySet()) {
            Sign sign = entry.getValue();
            glyphs = glyphs.with(entry.getKey(), glyphs.isUnicode() ? sign.unicode() : sign.ascii());
        }
        return glyphs;
    }

    private static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> type, Map<K, V> map) {
        Map<K, V> copy = new EnumMap<>(type);
        copy.putAll(map);
        return java.util.Collections.unmodifiableMap(copy);
    }

    /** The terminal background for which a theme is made. */
    public enum Background {
        DARK,
        LIGHT
    }

    /** The character of a sign for a Unicode terminal and for all others. */
    public record Sign(char unicode, char ascii) {}
}
