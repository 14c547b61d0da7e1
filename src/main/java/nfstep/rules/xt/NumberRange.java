package nfstep.rules.xt;

import java.util.OptionalLong;

/** The numbers from the first to the last, both included. */
record NumberRange(boolean inverted, long first, long last) {
    NumberRange {
        if (first < 0 || first > last) {
            throw new IllegalArgumentException("not a range: " + first + ":" + last);
        }
    }

    /**
     * Reads {@code n}, {@code from:to}, {@code from:}, {@code :to}: {@code xtopt_parse_mint}; an empty word is 0. A range
     * that goes down, which no number is in, is refused, as iptables 1.8.10 does.
     */
    static NumberRange read(Reading reading, OptionUse use, long most) {
        String word = use.word();
        int colon = word.indexOf(':');
        if (colon < 0) {
            long only = number(reading, use, word, most);
            return new NumberRange(use.inverted(), only, only);
        }
        String to = word.substring(colon + 1);
        long first = number(reading, use, word.substring(0, colon), most);
        long last = to.isEmpty() ? most : number(reading, use, to, most);
        if (first > last) {
            reading.refuse(use, "goes down from " + first + " to " + last + ": write the lower number first");
        }
        return new NumberRange(use.inverted(), Math.min(first, last), last);
    }

    private static long number(Reading reading, OptionUse use, String word, long most) {
        OptionalLong number = word.isEmpty() ? OptionalLong.of(0) : Numbers.parse(word.strip());
        if (number.isEmpty() || number.getAsLong() > most) {
            reading.refuse(
                    use,
                    "takes a number from 0 to " + most + ", or two with a colon between, not "
                            + Quoting.quote(use.word()));
            return 0;
        }
        return number.getAsLong();
    }

    /** Whether the number is one of them, or none of them where inverted. */
    boolean holds(long number) {
        return (number >= first && number <= last) != inverted;
    }

    /** The number, or the first and the last with a colon between. */
    String text() {
        return first == last ? Long.toString(first) : first + ":" + last;
    }
}
