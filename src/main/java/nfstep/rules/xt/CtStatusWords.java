package nfstep.rules.xt;

import java.util.Locale;
import java.util.StringJoiner;
import nfstep.conntrack.CtStatus;

/**
 * A set of what may be known of a connection, as {@code --ctstatus} takes it.
 *
 * @param mask bits of {@link CtStatus}
 */
record CtStatusWords(int mask) {
    /** All bits that have a word. */
    static final int ALL = 0xf;

    private static final CtStatus[] WORDS = {
        CtStatus.EXPECTED, CtStatus.SEEN_REPLY, CtStatus.ASSURED, CtStatus.CONFIRMED
    };

    /** Reads words with commas between; the beginning of a word is enough. */
    static CtStatusWords read(Reading reading, OptionUse use) {
        int mask = 0;
        for (String word : use.word().split(",", -1)) {
            int bit = bit(word.toUpperCase(Locale.ROOT));
            if (bit < 0) {
                reading.refuse(
                        use,
                        "takes NONE, EXPECTED, SEEN_REPLY, ASSURED, CONFIRMED with commas between, not "
                                + Quoting.quote(use.word()));
            }
            mask |= Math.max(bit, 0);
        }
        return new CtStatusWords(mask);
    }

    private static int bit(String word) {
        if (word.isEmpty()) {
            return -1;
        }
        if ("NONE".startsWith(word)) {
            return 0;
        }
        for (CtStatus status : WORDS) {
            if (status.name().startsWith(word)) {
                return status.bit();
            }
        }
        return -1;
    }

    /** The words with commas between, {@code NONE} for no bit. */
    String words() {
        StringJoiner words = new StringJoiner(",").setEmptyValue("NONE");
        for (CtStatus status : WORDS) {
            if ((mask & status.bit()) != 0) {
                words.add(status.name());
            }
        }
        return words.toString();
    }
}
