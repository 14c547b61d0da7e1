package nfstep.tui;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A sign that is not text, with the character for a Unicode terminal and the one for all others. */
public enum Glyph {
    HORIZONTAL('─', '-'),
    VERTICAL('│', '|'),
    TOP_LEFT('┌', '+'),
    TOP_RIGHT('┐', '+'),
    BOTTOM_LEFT('└', '+'),
    BOTTOM_RIGHT('┘', '+'),
    TEE_RIGHT('├', '+'),
    TEE_LEFT('┤', '+'),
    TEE_DOWN('┬', '+'),
    TEE_UP('┴', '+'),
    CROSS('┼', '+'),
    /** Marks the row at which the walk stands. */
    CURRENT('▸', '>'),
    BREAK_ON('●', 'b'),
    BREAK_OFF('○', 'o'),
    ACCEPT('✓', '+'),
    DROP('✗', 'x'),
    CHANGED('*', '*'),
    /** A step that a kernel did the same. */
    AGREED('=', '='),
    /** A step at which a kernel did something else. */
    DIFFERS('≠', '!'),
    /** A step that a kernel does not show. */
    UNSEEN('·', '.'),
    /** Stands for what did not fit. */
    ELLIPSIS('…', '~'),
    ARROW('→', '>'),
    BULLET('·', '.'),
    PROGRESS_DONE('━', '#'),
    PROGRESS_LEFT('─', '-');

    private final char unicode;
    private final char ascii;

    Glyph(char unicode, char ascii) {
        this.unicode = unicode;
        this.ascii = ascii;
    }

    /** The character for a terminal that takes Unicode. */
    public char unicode() {
        return unicode;
    }

    /** The character for every other terminal. */
    public char ascii() {
        return ascii;
    }

    /** The sign with a name from a theme file. */
    public static Optional<Glyph> ofKey(String key) {
        for (Glyph glyph : values()) {
            if (glyph.key().equals(key)) {
                return Optional.of(glyph);
            }
        }
        return Optional.empty();
    }

    /** The signs that draw frames, in the order in which a theme file names them. */
    public static List<Glyph> frame() {
        return List.copyOf(EnumSet.range(HORIZONTAL, CROSS));
    }

    /** The name in a theme file, after {@code glyph.}: {@code break.on}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
