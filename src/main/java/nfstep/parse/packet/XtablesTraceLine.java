package nfstep.parse.packet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/**
 * A line of {@code xtables-monitor --trace} about a packet that is in a chain; the lines {@code PACKET:} are read as packets.
 *
 * <p>Source: iptables 1.8.9, {@code iptables/xtables-monitor.c}, {@code trace_cb}.
 *
 * @param family 1 for inet, 2 for IPv4, 10 for IPv6
 * @param id of the packet; packets that follow one another may have the same
 * @param kind {@code rule}, {@code policy} or {@code return}
 * @param handle of a rule; none for another line
 * @param verdict such as {@code JUMP:SUB}; RETURN is printed as the number {@code 0xfffffffb}
 * @param rule as the command that makes it, empty for none
 */
public record XtablesTraceLine(
        int family,
        int id,
        String table,
        String chain,
        String kind,
        Optional<Long> handle,
        String verdict,
        String rule) {
    private static final Pattern LINE = Pattern.compile(" ?TRACE: (\\d{1,3}) ([0-9a-f]{8})"
            + " ([^\\s:]+):(\\S+?):(?:(rule):0x([0-9a-f]{1,15})|(policy|return)):(\\S+) ?(?: (.*))?");

    /** The line that a text is. */
    public static Parsed<XtablesTraceLine> read(SourceText source) {
        Matcher line = LINE.matcher(source.text());
        if (source.text().length() > PacketText.LONGEST || !line.matches()) {
            return Parsed.failed(source.diagnostic(
                    Code.FORMAT, Reading.START.span(), "no line of xtables-monitor --trace (TRACE: ...)"));
        }
        Optional<Long> handle = Optional.ofNullable(line.group(6)).map(hex -> Long.parseLong(hex, 16));
        return Parsed.of(new XtablesTraceLine(
                Integer.parseInt(line.group(1)),
                Integer.parseUnsignedInt(line.group(2), 16),
                line.group(3),
                line.group(4),
                handle.isPresent() ? line.group(5) : line.group(7),
                handle,
                line.group(8),
                Optional.ofNullable(line.group(9)).orElse("")));
    }

    /** As xtables-monitor prints it. */
    public String text() {
        String number = handle.map(h -> ":0x" + Long.toHexString(h)).orElse("");
        return String.format(" TRACE: %d %08x %s:%s:%s%s:%s ", family, id, table, chain, kind, number, verdict)
                + (handle.isPresent() ? " " + rule : "");
    }
}
