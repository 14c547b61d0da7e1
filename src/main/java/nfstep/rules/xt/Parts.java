package nfstep.rules.xt;

import java.util.Locale;
import java.util.StringJoiner;

/** Text that is put together from parts, some of which may be missing. */
final class Parts {
    private Parts() {}

    /** The parts that are not empty, with blanks between them. */
    static String join(String... parts) {
        StringJoiner text = new StringJoiner(" ");
        for (String part : parts) {
            if (!part.isEmpty()) {
                text.add(part);
            }
        }
        return text.toString();
    }

    /** The words of an enum as a sentence lists them: {@code one, two or three}. */
    static String or(Enum<?>... words) {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < words.length - 1; i++) {
            text.add(words[i].name().toLowerCase(Locale.ROOT));
        }
        return text + " or " + words[words.length - 1].name().toLowerCase(Locale.ROOT);
    }

    /** An option as iptables-save prints it. */
    static String option(boolean inverted, String name, String words) {
        return join(inverted ? "!" : "", "--" + name, words);
    }
}
