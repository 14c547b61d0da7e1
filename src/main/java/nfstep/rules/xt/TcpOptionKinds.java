package nfstep.rules.xt;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Kinds of TCP options as TCPOPTSTRIP takes and lists them: {@code libxt_TCPOPTSTRIP.c}. */
final class TcpOptionKinds {
    private record Named(String name, int kind) {}

    private static final List<Named> NAMES = List.of(
            new Named("wscale", 3),
            new Named("mss", 2),
            new Named("sack-permitted", 4),
            new Named("sack", 5),
            new Named("timestamp", 8),
            new Named("md5", 19));

    private TcpOptionKinds() {}

    /** Reads a list with commas between, each kind once: {@code parse_list}. */
    static List<Integer> read(Reading reading, OptionUse use) {
        TreeSet<Integer> kinds = new TreeSet<>();
        for (String word : use.word().split(",", -1)) {
            int kind = kind(word);
            if (kind < 2 || kind > 255 || !kinds.add(kind)) {
                reading.refuse(
                        use,
                        "takes numbers from 2 to 255 or mss, wscale, sack-permitted, sack, timestamp, md5,"
                                + " each once, not " + Quoting.quote(word));
            }
        }
        return List.copyOf(kinds);
    }

    private static int kind(String word) {
        Optional<Named> named =
                NAMES.stream().filter(n -> n.name().equals(word)).findFirst();
        return named.map(Named::kind)
                .orElseGet(() -> (int) Math.min(256, Numbers.parse(word).orElse(-1)));
    }

    /** The name of a kind, or its number. */
    static String word(int kind) {
        return NAMES.stream()
                .filter(n -> n.kind() == kind)
                .map(Named::name)
                .findFirst()
                .orElse(Integer.toString(kind));
    }
}
