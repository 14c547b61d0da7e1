package nfstep.rules.xt;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtInfo;
import nfstep.conntrack.CtState;
import nfstep.conntrack.CtStatus;
import nfstep.rules.MatchContext;

/**
 * A set of packet states, as {@code --ctstate} takes it; SNAT and DNAT are states of a packet whose connection is
 * translated.
 *
 * @param mask a bit for each of the words, in the order in which they are printed
 */
record CtStates(boolean inverted, int mask) {
    /** The words in the order in which iptables prints them. */
    private static final List<String> WORDS =
            List.of("INVALID", "NEW", "RELATED", "ESTABLISHED", "UNTRACKED", "SNAT", "DNAT");
    /** The words in the order in which iptables looks for the one that an abbreviation means. */
    private static final List<String> SOUGHT =
            List.of("INVALID", "NEW", "ESTABLISHED", "RELATED", "UNTRACKED", "SNAT", "DNAT");

    private static final int SNAT = 1 << 5;
    private static final int DNAT = 1 << 6;
    /** How many of the words {@code -m state} knows. */
    private static final int REAL = 5;

    /** Reads all words, or only those of {@code -m state}; the beginning of a word is enough. */
    static CtStates read(Reading reading, OptionUse use, boolean virtualToo) {
        List<String> known = virtualToo ? SOUGHT : SOUGHT.subList(0, REAL);
        int mask = 0;
        for (String word : use.word().split(",", -1)) {
            String upper = word.toUpperCase(Locale.ROOT);
            String found = word.isEmpty()
                    ? ""
                    : known.stream()
                            .filter(k -> k.startsWith(upper))
                            .findFirst()
                            .orElse("");
            if (found.isEmpty()) {
                reading.refuse(
                        use,
                        "takes " + String.join(", ", known) + " with commas between and no blanks, not "
                                + Quoting.quote(use.word()) + Quoting.hint(upper, known));
                return new CtStates(false, 0);
            }
            mask |= 1 << WORDS.indexOf(found);
        }
        return new CtStates(use.inverted(), mask);
    }

    /** Whether the packet is in one of the states, or in none of them where inverted. */
    boolean holds(MatchContext context) {
        return ((states(context) & mask) != 0) != inverted;
    }

    private static int states(MatchContext context) {
        int states = 1 << bit(context.skb().ct().info().state());
        Connection connection = context.connection();
        if (connection == null) {
            return states;
        }
        return states | (connection.has(CtStatus.SRC_NAT) ? SNAT : 0) | (connection.has(CtStatus.DST_NAT) ? DNAT : 0);
    }

    private static int bit(CtState state) {
        return switch (state) {
            case INVALID -> 0;
            case NEW -> 1;
            case RELATED -> 2;
            case ESTABLISHED -> 3;
            case UNTRACKED -> 4;
        };
    }

    /** The states that the packet is in, as a user reads it. */
    static String seen(MatchContext context) {
        CtInfo info = context.skb().ct().info();
        String why = info == CtInfo.NONE || info == CtInfo.ANSWER ? " (no connection)" : "";
        return "state " + words(states(context)) + why;
    }

    /** The words with commas between. */
    String words() {
        return words(mask);
    }

    private static String words(int mask) {
        StringJoiner words = new StringJoiner(",");
        for (int i = 0; i < WORDS.size(); i++) {
            if ((mask >> i & 1) != 0) {
                words.add(WORDS.get(i));
            }
        }
        return words.toString();
    }
}
