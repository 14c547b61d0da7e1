package nfstep.tui.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a colour as a theme file writes it: {@code default}, {@code bright_red}, {@code 208} or {@code #ff8700}. */
final class ColourNames {
    private static final List<String> ANSI =
            List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");
    private static final String BRIGHT = "bright_";
    private static final String DEFAULT = "default";
    private static final int HEX_DIGITS = 6;
    private static final int NO_NUMBER = -1;

    private ColourNames() {}

    static Optional<Colour> parse(String text) {
        if (text.equals(DEFAULT)) {
            return Optional.of(Colour.DEFAULT);
        }
        if (text.startsWith("#")) {
            int rgb = text.length() == HEX_DIGITS + 1 ? number(text.substring(1), 16) : NO_NUMBER;
            return rgb == NO_NUMBER ? Optional.empty() : Optional.of(new Colour.Rgb(rgb));
        }
        int index = number(text, 10);
        if (index == NO_NUMBER) {
            return named(text);
        }
        return index > 255 ? Optional.empty() : Optional.of(new Colour.Indexed(index));
    }

    /** The words that {@link #parse} knows. */
    static List<String> words() {
        List<String> words = new ArrayList<>(ANSI);
        ANSI.forEach(name -> words.add(BRIGHT + name));
        words.add(DEFAULT);
        return words;
    }

    private static Optional<Colour> named(String text) {
        boolean bright = text.startsWith(BRIGHT);
        int index = ANSI.indexOf(bright ? text.substring(BRIGHT.length()) : text);
        return index < 0 ? Optional.empty() : Optional.of(new Colour.Ansi(bright ? index + 8 : index));
    }

    private static int number(String digits, int radix) {
        boolean isNumber = !digits.isEmpty() && digits.length() <= HEX_DIGITS;
        for (int i = 0; i < digits.length(); i++) {
            isNumber &= digits.charAt(i) < 0x7f && Character.digit(digits.charAt(i), radix) >= 0;
        }
        return isNumber ? Integer.parseInt(digits, radix) : NO_NUMBER;
    }
}
