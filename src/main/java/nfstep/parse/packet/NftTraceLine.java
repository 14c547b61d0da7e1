package nfstep.parse.packet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/**
 * A line of {@code nft monitor trace}.
 *
 * <p>Source: nftables 1.0.6, {@code src/netlink.c}, {@code netlink_events_trace_cb}.
 *
 * @param id of the packet; packets that follow one another may have the same
 * @param family such as {@code ip} or {@code inet}
 * @param said what the line says: a packet's headers, a rule, or nothing for a policy
 * @param verdict such as {@code jump SUB}; empty for a packet
 * @param mark the packet's mark, which only the line of a policy tells; 0 for none
 */
public record NftTraceLine(
        int id, String family, String table, String chain, Kind kind, String said, String verdict, int mark) {
    private static final Pattern LINE = Pattern.compile(
            "trace id ([0-9a-f]{8}) (ip|ip6|inet|arp|bridge|netdev) (\\S+) (\\S+) (packet:|rule|unknown|policy|verdict) (.*?) ?");
    private static final Pattern RULE = Pattern.compile("(.*) \\(verdict ([a-z]+(?: \\S+)?)\\)");
    private static final Pattern POLICY = Pattern.compile("([a-z]+(?: \\S+)?)(?: meta mark 0x([0-9a-f]{8}))?");

    /** What a line tells of. */
    public enum Kind {
        /** The packet, at the first thing that happens to it in a base chain. */
        PACKET("packet:"),
        /** A rule that matched. */
        RULE("rule"),
        /** A rule that is gone meanwhile; the text is {@code rule handle} and its number. */
        UNKNOWN("unknown"),
        /** The policy of a base chain. */
        POLICY("policy"),
        /** The end of a chain. */
        END("verdict");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        private static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(word);
        }
    }

    /** Whether a text looks like such a line. */
    static boolean fits(String text) {
        return text.startsWith("trace id ");
    }

    /** The line that a text is. */
    public static Parsed<NftTraceLine> read(SourceText source) {
        Matcher line = LINE.matcher(source.text());
        if (source.text().length() > PacketText.LONGEST || !line.matches()) {
            return refused(source);
        }
        Kind kind = Kind.of(line.group(5));
        Pattern rest = kind == Kind.RULE || kind == Kind.UNKNOWN ? RULE : POLICY;
        Matcher said = rest.matcher(line.group(6));
        if (kind != Kind.PACKET && !said.matches()) {
            return refused(source);
        }
        int id = Integer.parseUnsignedInt(line.group(1), 16);
        boolean isRule = rest == RULE;
        String text = kind == Kind.PACKET ? line.group(6) : isRule ? said.group(1) : "";
        String verdict = kind == Kind.PACKET ? "" : isRule ? said.group(2) : said.group(1);
        int mark = kind == Kind.PACKET || isRule ? 0 : mark(Optional.ofNullable(said.group(2)));
        return Parsed.of(new NftTraceLine(id, line.group(2), line.group(3), line.group(4), kind, text, verdict, mark));
    }

    private static int mark(Optional<String> hex) {
        return hex.map(digits -> Integer.parseUnsignedInt(digits, 16)).orElse(0);
    }

    private static Parsed<NftTraceLine> refused(SourceText source) {
        return Parsed.failed(
                source.diagnostic(Code.FORMAT, Reading.START.span(), "no line of nft monitor trace (trace id ...)"));
    }

    /** As nft prints it, mostly with a blank at its end. */
    public String text() {
        String head = String.format("trace id %08x %s %s %s %s ", id, family, table, chain, kind.word);
        return switch (kind) {
            case PACKET -> head + said + " ";
            case RULE, UNKNOWN -> head + said + " (verdict " + verdict + ")";
            case POLICY, END -> head + verdict + (mark == 0 ? " " : String.format(" meta mark 0x%08x ", mark));
        };
    }
}
