package nfstep.trace.json;

import nfstep.event.FirstFailures;

/**
 * The conditions that failed first, for rules that were passed over, as a short text: a letter a rule ({@code a} for
 * condition 0), with a number behind it for so many rules in a row; condition 26 and on as {@code (26)}.
 */
final class Failing {
    private static final int LETTERS = 26;

    private final String text;
    private int at;

    private Failing(String text) {
        this.text = text;
    }

    static String write(FirstFailures failures) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int i = 1; i <= failures.size(); i++) {
            if (i == failures.size() || failures.get(i) != failures.get(from)) {
                int condition = failures.get(from);
                out.append(condition < LETTERS ? Character.toString('a' + condition) : "(" + condition + ")");
                out.append(i - from == 1 ? "" : Integer.toString(i - from));
                from = i;
            }
        }
        return out.toString();
    }

    /** The conditions of at most so many rules. */
    static FirstFailures read(String text, int most) {
        return new Failing(text).read(most);
    }

    private FirstFailures read(int most) {
        byte[] conditions = new byte[Math.max(0, most)];
        int size = 0;
        while (at < text.length()) {
            int condition = condition();
            int count = digit() ? number() : 1;
            if (count < 1 || count > conditions.length - size) {
                throw new IllegalArgumentException("more rules than the chain has, or none: " + count);
            }
            java.util.Arrays.fill(conditions, size, size + count, (byte) condition);
            size += count;
        }
        return FirstFailures.of(conditions, size);
    }

    private int condition() {
        char c = text.charAt(at++);
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        int condition = c == '(' && digit() ? number() : 256;
        if (condition > 255 || at >= text.length() || text.charAt(at++) != ')') {
            throw new IllegalArgumentException("no condition before character " + at);
        }
        return condition;
    }

    private boolean digit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private int number() {
        long value = 0;
        while (digit() && value < Integer.MAX_VALUE) {
            value = value * 10 + (text.charAt(at++) - '0');
        }
        return (int) Math.min(value, Integer.MAX_VALUE);
    }
}
