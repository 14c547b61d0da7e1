package nfstep.rules.xt;

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

    /** An option as iptables-save prints it. */
    static String option(boolean inverted, String name, String words) {
        return join(inverted ? "!" : "", "--" + name, words);
    }
}
