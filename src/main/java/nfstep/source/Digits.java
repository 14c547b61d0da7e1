package nfstep.source;

/** What consists of digits of ASCII and nothing else. A regular expression takes a start of the program too long. */
public final class Digits {
    private Digits() {}

    /** Whether the text is 1 to that many decimal digits. */
    public static boolean areDecimal(String text, int most) {
        return are(text, most, 10);
    }

    /** Whether the text is 1 to that many hexadecimal digits. */
    public static boolean areHexadecimal(String text, int most) {
        return are(text, most, 16);
    }

    private static boolean are(String text, int most, int radix) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= most;
    }
}
