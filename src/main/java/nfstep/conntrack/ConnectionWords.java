package nfstep.conntrack;

import java.util.StringJoiner;

/** Says how one version of a connection differs from the one before. */
final class ConnectionWords {
    private static final long SECOND = 1_000_000_000L;

    private ConnectionWords() {}

    /** What changed; empty if and only if nothing did. */
    static String change(Connection before, Connection after, long now) {
        StringJoiner words = new StringJoiner(", ");
        String state = state(before.tracking().stateName(), after.tracking().stateName());
        if (!state.isEmpty()) {
            words.add(state);
        }
        if (gained(CtStatus.SEEN_REPLY, before, after)) {
            words.add("first reply seen");
        }
        if (gained(CtStatus.ASSURED, before, after)) {
            words.add("assured");
        }
        if (before.expiresAt() != after.expiresAt()) {
            words.add("ends in " + seconds(after.expiresAt() - now));
        }
        return words.length() == 0 ? unseen(before, after) : words.toString();
    }

    /** What changed that no listing of the table shows. */
    private static String unseen(Connection before, Connection after) {
        if (!before.tracking().equals(after.tracking())) {
            return "sequence numbers noted";
        }
        return before.equals(after) ? "" : "counted";
    }

    private static String state(String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        return before.isEmpty() ? after : before + " > " + after;
    }

    private static boolean gained(CtStatus bit, Connection before, Connection after) {
        return !before.has(bit) && after.has(bit);
    }

    private static String seconds(long nanos) {
        return nanos / SECOND + " s";
    }
}
