package nfstep.tui;

import java.util.Locale;
import nfstep.source.Printable;

/**
 * How many columns of a terminal a character takes.
 *
 * <p>Source: Unicode Standard Annex 11, East Asian Width; ambiguous characters count as narrow, as terminals draw them
 * by default.
 */
public final class Columns {
    /** First and last code point of each wide block of the basic plane, ascending. */
    private static final int[][] WIDE = {
        {0x1100, 0x115f},
        {0x2329, 0x232a},
        {0x2e80, 0x303e},
        {0x3041, 0x3247},
        {0x3250, 0x4dbf},
        {0x4e00, 0xa4cf},
        {0xa960, 0xa97f},
        {0xac00, 0xd7a3},
        {0xf900, 0xfaff},
        {0xfe10, 0xfe19},
        {0xfe30, 0xfe6f},
        {0xff01, 0xff60},
        {0xffe0, 0xffe6}
    };
    /** Symbols below the wide blocks that some terminals draw wide, as pictures, and others narrow. */
    private static final String PICTURES = "\u231a\u231b\u23e9\u23ea\u23eb\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615"
            + "\u2648\u2649\u264a\u264b\u264c\u264d\u264e\u264f\u2650\u2651\u2652\u2653\u267f\u2693\u26a1\u26aa\u26ab"
            + "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c"
            + "\u274e\u2753\u2754\u2755\u2757\u2795\u2796\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55";

    private Columns() {}

    /** One or two columns, or zero for what a terminal must never be sent. */
    public static int of(int codePoint) {
        if (isAscii(codePoint)) {
            return 1;
        }
        if (!isSafe(codePoint)) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    /** The columns of a text that {@link #drawable} returned. */
    public static int of(String drawable) {
        int columns = 0;
        for (int i = 0; i < drawable.length(); i++) {
            columns += of(drawable.charAt(i));
        }
        return columns;
    }

    /** The text with everything that has no certain place on a screen written as {@code \xNN} or {@code \}{@code u{NNNN}}. */
    public static String drawable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (of(text.charAt(i)) == 0) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (of(c) > 0) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format(Locale.ROOT, c <= 0xff ? "\\x%02x" : "\\u{%04x}", c));
            }
        });
        return out.toString();
    }

    private static boolean isAscii(int codePoint) {
        return codePoint >= 0x20 && codePoint < 0x7f;
    }

    private static boolean isSafe(int c) {
        if (c < 0xa0 || c > 0xffff || PICTURES.indexOf(c) >= 0) {
            return false;
        }
        return Printable.isSafe(c) && !isMark(c) && !isConjoining(c) && !isRightToLeft(c);
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isConjoining(int c) {
        return (c >= 0x1160 && c <= 0x11ff) || (c >= 0xd7b0 && c <= 0xd7ff);
    }

    /** Such a letter may turn the rest of its row around, frames included. */
    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
    }

    private static boolean isWide(int c) {
        for (int[] block : WIDE) {
            if (c <= block[1]) {
                return c >= block[0];
            }
        }
        return false;
    }
}
