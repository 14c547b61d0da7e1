package nfstep.rules.xt;

import java.math.BigInteger;
import java.util.OptionalLong;

/** Numbers as iptables takes them: decimal, {@code 0x} hexadecimal, {@code 0} octal; {@code xtables_strtoul}. */
final class Numbers {
    /** As many hexadecimal digits as 63 bits hold for sure. */
    private static final int EASY_DIGITS = 15;

    private static final int MOST_DIGITS = 30;

    private Numbers() {}

    /** The number that a word is; none if it is not one, or has more than 63 bits. */
    static OptionalLong parse(String word) {
        OptionalLong number = parseUnsigned(word);
        return number.isPresent() && number.getAsLong() < 0 ? OptionalLong.empty() : number;
    }

    /** The number that a word is, 64 bits without sign; none if it is not one, or has more bits. */
    static OptionalLong parseUnsigned(String word) {
        String text = word.startsWith("+") ? word.substring(1) : word;
        int radix = radix(text);
        String digits = text.substring(radix == 16 ? 2 : 0);
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
        if (!number) {
            return OptionalLong.empty();
        }
        return digits.length() <= EASY_DIGITS
                ? OptionalLong.of(Long.parseLong(digits, radix))
                : unsigned(new BigInteger(digits, radix));
    }

    private static int radix(String text) {
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return 16;
        }
        return text.startsWith("0") ? 8 : 10;
    }

    private static OptionalLong unsigned(BigInteger number) {
        return number.bitLength() <= Long.SIZE ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }
}
