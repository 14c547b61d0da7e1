package nfstep.parse.packet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.packet.IpFamily;
import nfstep.packet.RawBuilder;

/**
 * The IP header as {@code tcpdump -v} prints it in brackets: {@code print-ip.c}, {@code print-ip6.c}.
 *
 * @param length how many bytes follow the header; negative where the line does not say
 * @param protocol the number of the upper layer; negative where the line does not say
 */
record TcpdumpHeader(int ttl, int tos, int id, int fragment, int flowLabel, int protocol, int length) {
    private static final int NOT_SAID = -1;
    private static final int IPV4_HEADER = 20;
    private static final int MOST = 0xffff;
    private static final TcpdumpHeader UNSEEN = new TcpdumpHeader(64, 0, 0, 0, 0, NOT_SAID, NOT_SAID);

    /** The header in brackets, where there is one. */
    static TcpdumpHeader read(Reading reading, WordCursor words, IpFamily family) {
        if (!words.peek().text().startsWith("(")) {
            reading.assume(
                    family == IpFamily.IPV4
                            ? "ttl 64, tos 0, id 0, no flags: tcpdump prints them with -v"
                            : "hop limit 64, class 0, flow label 0: tcpdump prints them with -v");
            return UNSEEN;
        }
        String text = words.group('(', ')');
        return family == IpFamily.IPV4 ? ipv4(reading, text) : ipv6(text);
    }

    boolean isSaid() {
        return protocol != NOT_SAID;
    }

    /** Whether it is a fragment other than the first. */
    boolean isLaterFragment() {
        return (fragment & 0x1fff) != 0;
    }

    RawBuilder on(RawBuilder builder) {
        RawBuilder common = builder.ttl(ttl).tos(tos);
        return flowLabel != 0 ? common.flowLabel(flowLabel) : common.id(id).fragment(fragment);
    }

    private static TcpdumpHeader ipv4(Reading reading, String text) {
        if (text.contains(", options (")) {
            reading.assume("the IP options are left out");
        }
        String flags = find(text, "flags \\[([^\\]]*)]", "");
        int fragment = number(text, "offset (\\d{1,5})", 0, 0xffff) / 8
                | (flags.contains("DF") ? 0x4000 : 0)
                | (flags.contains("+") ? 0x2000 : 0);
        int total = number(text, "length (\\d{1,5})", NOT_SAID, MOST);
        return new TcpdumpHeader(
                number(text, "ttl (\\d{1,3})", 64, 255),
                hex(text, "tos 0x([0-9a-f]{1,2})"),
                number(text, "id (\\d{1,5})", 0, MOST),
                fragment,
                0,
                number(text, "proto [^(]*\\((\\d{1,3})\\)", NOT_SAID, 255),
                Math.max(NOT_SAID, total - IPV4_HEADER));
    }

    private static TcpdumpHeader ipv6(String text) {
        return new TcpdumpHeader(
                number(text, "hlim (\\d{1,3})", 64, 255),
                hex(text, "class 0x([0-9a-f]{1,2})"),
                0,
                0,
                hex(text, "flowlabel 0x([0-9a-f]{1,5})"),
                number(text, "next-header [^(]*\\((\\d{1,3})\\)", NOT_SAID, 255),
                number(text, "payload length: (\\d{1,5})", NOT_SAID, MOST));
    }

    private static int number(String text, String pattern, int missing, int most) {
        String digits = find(text, pattern, "");
        return digits.isEmpty() ? missing : Math.min(most, Integer.parseInt(digits));
    }

    private static int hex(String text, String pattern) {
        return Integer.parseInt(find(text, pattern, "0"), 16);
    }

    private static String find(String text, String pattern, String missing) {
        Matcher matcher = Pattern.compile("[( ,]" + pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : missing;
    }
}
