package nfstep.parse.ip;

import java.util.Optional;

/** Numbers as strtol(3) reads them with base 0. */
final class Numbers {
    private static final int LONGEST = 18;

    private Numbers() {}

    /** The number, if the whole text is one. */
    static Optional<Long> parse(String text) {
        boolean minus = text.startsWith("-");
        String digits = minus || text.startsWith("+") ? text.substring(1) : text;
        return unsigned(digits).map(n -> minus ? -n : n);
    }

    private static Optional<Long> unsigned(String text) {
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return digits(text.substring(2), 16);
        }
        return text.length() > 1 && text.startsWith("0") ? digits(text.substring(1), 8) : digits(text, 10);
    }

    private static Optional<Long> digits(String text, int radix) {
        boolean wellFormed = !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
        if (!wellFormed) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            value = value * radix + Character.digit(text.charAt(i), radix);
            if (value < 0 || value > Long.MAX_VALUE / 32) {
                return Optional.empty();
            }
        }
        return Optional.of(value);
    }
}
