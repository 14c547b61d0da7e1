package nfstep.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A TRACE line, reduced to what a kernel repeats from run to run. */
final class Logged {
    private static final Pattern CHANGING = Pattern.compile(" MAC=\\S*| ID=\\d+");
    /** {@code __build_packet_message} tells nothing of a port where no device stands in {@code IN=} or {@code OUT=}. */
    private static final Pattern UNTOLD_IN = Pattern.compile("( IN= OUT=\\S+) PHYSIN=\\S+");

    private static final Pattern UNTOLD_OUT = Pattern.compile("( OUT=(?: PHYSIN=\\S+)?) PHYSOUT=\\S+");

    private static final Pattern OF_STACK = Pattern.compile(
            " (SEQ|ACK|LEN|TOS|PREC|WINDOW|RES|URGP|UID|GID)=\\S+| OPT \\([^)]*\\)| (DF|ACK|PSH|FIN|URG|ECE|CWR)(?= |$)");
    private static final Pattern TCP = Pattern.compile(" SRC=(\\S+) DST=(\\S+) .*?PROTO=TCP SPT=(\\d+) DPT=(\\d+) ");
    private static final Pattern UNASKED =
            Pattern.compile(" DST=224\\.0\\.0\\.22 .*PROTO=2 | PROTO=ICMPv6 TYPE=(13[0-7]|143) ");

    private Logged() {}

    /** The line without link-layer addresses, IP ids, the ids of echo requests and what nfnetlink leaves out. */
    static String exact(String line) {
        String kept = CHANGING.matcher(line).replaceAll("");
        String told = UNTOLD_IN.matcher(kept).replaceAll("$1");
        return UNTOLD_OUT.matcher(told).replaceAll("$1").strip();
    }

    /** The line of a real TCP stack: what it says of the connection, for it may put data, ACK and FIN together or not. */
    static String ofStack(String line) {
        return OF_STACK.matcher(exact(line)).replaceAll("");
    }

    /** Whether it is of a message that stacks exchange unasked: membership, neighbours, routers. */
    static boolean isUnasked(String line) {
        return UNASKED.matcher(line).find();
    }

    /** The ends of a TCP connection, the same for both directions; none for another packet. */
    static Optional<String> connection(String line) {
        Matcher matcher = TCP.matcher(line);
        if (line.contains("[") || !matcher.find()) {
            return Optional.empty();
        }
        String one = matcher.group(1) + " " + matcher.group(3);
        String other = matcher.group(2) + " " + matcher.group(4);
        return Optional.of(one.compareTo(other) < 0 ? one + " " + other : other + " " + one);
    }
}
