package nfstep.tui;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The characters that one terminal gets for each glyph; a terminal without Unicode is sent ASCII only. */
public final class Glyphs {
    /** For a terminal in a UTF-8 locale. */
    public static final Glyphs UNICODE = new Glyphs(true, characters(true));
    /** For every other terminal. */
    public static final Glyphs ASCII = new Glyphs(false, characters(false));

    private final boolean isUnicode;
    private final Map<Glyph, Character> characters;

    private Glyphs(boolean isUnicode, Map<Glyph, Character> characters) {
        this.isUnicode = isUnicode;
        this.characters = characters;
    }

    /** The table for a terminal's character encoding. */
    public static Glyphs of(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? UNICODE : ASCII;
    }

    /** Whether text may hold more than ASCII. */
    public boolean isUnicode() {
        return isUnicode;
    }

    /** The character of a glyph. */
    public char get(Glyph glyph) {
        return Objects.requireNonNull(characters.get(glyph));
    }

    /** This table with another character for one glyph; it must be one column wide and fit the terminal. */
    public Glyphs with(Glyph glyph, char character) {
        if (Columns.of(character) != 1 || sendable(character) != character) {
            throw new IllegalArgumentException("not one column of this terminal: U+%04X".formatted((int) character));
        }
        Map<Glyph, Character> changed = new EnumMap<>(characters);
        changed.put(glyph, character);
        return new Glyphs(isUnicode, changed);
    }

    /** The character itself, or a question mark if the terminal has no way to show it. */
    char sendable(char character) {
        return isUnicode || character < 0x7f ? character : '?';
    }

    private static Map<Glyph, Character> characters(boolean isUnicode) {
        Map<Glyph, Character> characters = new EnumMap<>(Glyph.class);
        for (Glyph glyph : Glyph.values()) {
            characters.put(glyph, isUnicode ? glyph.unicode() : glyph.ascii());
        }
        return characters;
    }
}
