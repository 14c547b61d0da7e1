package nfstep.parse.iptables;

import java.util.OptionalLong;

/** Numbers as iptables takes them, with {@code 0x} hexadecimal and with {@code 0} octal: {@code xtables_strtoul}. */
final class Numbers {
    private static final int LONGEST = 20;

    private Numbers() {}

    /** The number that a word is, if it is one and not above a limit. */
    static OptionalLong upTo(String text, long most) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return OptionalLong.empty();
        }
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        int radix = hex ? 16 : text.charAt(0) == '0' ? 8 : 10;
        return digits(hex ? text.substring(2) : text, radix, most);
    }

    /** A decimal number of up to 63 bits, as counters are. */
    static OptionalLong decimal(String text) {
        return text.length() > LONGEST ? OptionalLong.empty() : digits(text, 10, Long.MAX_VALUE);
    }

    private static OptionalLong digits(String digits, int radix, long most) {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0 || value > (most - digit) / radix) {
                return OptionalLong.empty();
            }
            value = value * radix + digit;
        }
        return digits.isEmpty() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
