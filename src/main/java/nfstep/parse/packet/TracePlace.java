package nfstep.parse.packet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place that a line of the TRACE target names, such as {@code filter:FORWARD:rule:3}.
 *
 * <p>Source: kernel 6.18, {@code net/ipv4/netfilter/ip_tables.c}, {@code trace_packet}.
 *
 * @param kind what the kernel takes the rule for
 * @param number of the rule, from 1; one more than the chain has rules for its end
 */
public record TracePlace(String table, String chain, Kind kind, int number) {
    private static final Pattern PLACE =
            Pattern.compile("TRACE: ([^\\s:]+):(\\S+):(rule|return|policy):(\\d{1,9})(?: .*)?", Pattern.DOTALL);

    /** What the kernel takes a rule for: an unconditional one with a verdict looks like a policy or a return. */
    public enum Kind {
        RULE("rule"),
        RETURN("return"),
        POLICY("policy");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** The place at the beginning of a line from {@code TRACE:} on, or of the prefix of a packet that was read. */
    public static Optional<TracePlace> of(String line) {
        Matcher place = PLACE.matcher(line);
        if (!place.matches()) {
            return Optional.empty();
        }
        Kind kind = Kind.valueOf(place.group(3).toUpperCase(java.util.Locale.ROOT));
        return Optional.of(new TracePlace(place.group(1), place.group(2), kind, Integer.parseInt(place.group(4))));
    }

    /** Such as {@code filter:FORWARD:rule:3}. */
    public String text() {
        return table + ":" + chain + ":" + kind.word + ":" + number;
    }
}
