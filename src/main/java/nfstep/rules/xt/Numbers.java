package nfstep.rules.xt;

import java.util.OptionalLong;

/** Numbers as iptables takes them: decimal, {@code 0x} hexadecimal, {@code 0} octal; {@code xtables_strtoul}. */
final class Numbers {
    private Numbers() {}

    /** The number that a word is; none if it is not one, or has more than 63 bits. */
    static OptionalLong parse(String word) {
        String text = word.startsWith("+") ? word.substring(1) : word;
        int radix = radix(text);
        String digits = text.substring(radix == 16 ? 2 : 0);
        boolean number = !digits.isEmpty()
                && digits.length() <= 16
                && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
        return number ? positive(digits, radix) : OptionalLong.empty();
    }

    private static int radix(String text) {
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return 16;
        }
        return text.startsWith("0") ? 8 : 10;
    }

    private static OptionalLong positive(String digits, int radix) {
        long number = Long.parseUnsignedLong(digits, radix);
        return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
