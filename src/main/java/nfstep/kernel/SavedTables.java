package nfstep.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nfstep.rules.Backend;

/**
 * The text of {@code iptables-save} as it is compared: table by table, in any order, without the time.
 *
 * @param counted whether counters are compared; those of iptables-nft's policies are not, for a chain that was made for
 *     want of a rule does not count
 */
record SavedTables(Backend backend, boolean counted) {
    private static final Pattern COUNTERS = Pattern.compile("\\[\\d+:\\d+\\] ?");
    /** A device of no name: legacy takes it, and does not print it. */
    private static final Pattern NEVER = Pattern.compile(" ! -[io] \\+(?= |$)");

    private static final Pattern UNTOUCHED = Pattern.compile("(:[A-Z]+ ACCEPT \n)+");

    /** The lines of each table; iptables-nft has none in which there is nothing. */
    Map<String, String> tables(String text) {
        Map<String, String> tables = new TreeMap<>();
        String table = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("*")) {
                table = line.substring(1);
            } else if (!line.startsWith("#") && !line.equals("COMMIT")) {
                String compared =
                        isCounted(line) ? line : COUNTERS.matcher(line).replaceAll("");
                tables.merge(table, NEVER.matcher(compared).replaceAll("") + "\n", String::concat);
            }
        }
        if (backend == Backend.NFT) {
            tables.values().removeIf(lines -> UNTOUCHED.matcher(lines).matches());
        }
        return tables;
    }

    private boolean isCounted(String line) {
        return counted && (backend == Backend.LEGACY || !line.startsWith(":"));
    }

    /** Two lines of which one is not the other; a table that ends has none. */
    record Lines(Optional<String> ours, Optional<String> theirs) {}

    /** Where two tables part. */
    static Lines firstDifference(String ours, String theirs) {
        List<String> one = ours.lines().toList();
        List<String> other = theirs.lines().toList();
        int at = 0;
        while (at < one.size() && at < other.size() && one.get(at).equals(other.get(at))) {
            at++;
        }
        return new Lines(line(one, at), line(other, at));
    }

    private static Optional<String> line(List<String> lines, int at) {
        return at < lines.size() ? Optional.of(lines.get(at)) : Optional.empty();
    }
}
