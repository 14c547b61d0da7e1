package nfstep.lab.command;

import java.util.Optional;
import nfstep.conntrack.Tuple;
import nfstep.packet.IcmpHeader;
import nfstep.packet.IpAddress;

/** One probe of traceroute and what became of it. */
final class TraceProbe {
    private final Tuple sent;
    private final int sequence;
    private final long at;
    private Optional<Answer> answer = Optional.empty();
    private boolean done;

    /**
     * Who answered.
     *
     * @param nanos how long it took
     * @param mark such as {@code !X}, empty for none
     * @param last nothing is behind it
     */
    record Answer(IpAddress from, long nanos, String mark, boolean last) {}

    TraceProbe(Tuple sent, int sequence, long at) {
        this.sent = sent;
        this.sequence = sequence;
        this.at = at;
    }

    Tuple sent() {
        return sent;
    }

    /** The number of an echo request. */
    int sequence() {
        return sequence;
    }

    /** When it was sent. */
    long at() {
        return at;
    }

    boolean done() {
        return done;
    }

    Optional<Answer> answer() {
        return answer;
    }

    boolean isLast() {
        return answer.filter(Answer::last).isPresent();
    }

    void answered(IpAddress from, long now, Optional<IcmpHeader> error) {
        String mark = error.map(TraceProbe::mark).orElse("");
        boolean last = error.isEmpty() || error.get().type() != TIME_EXCEEDED;
        answer = Optional.of(new Answer(from, now - at, mark, last));
        done = true;
    }

    void expired() {
        done = true;
    }

    private static final int TIME_EXCEEDED = 11;
    private static final int UNREACHABLE = 3;

    /** {@code traceroute.c}, {@code parse_icmp_res}. */
    private static String mark(IcmpHeader icmp) {
        if (icmp.type() != UNREACHABLE) {
            return "";
        }
        return switch (icmp.code()) {
            case 0, 6, 8, 11 -> "!N";
            case 1, 7, 12 -> "!H";
            case 2 -> "!P";
            case 3 -> "";
            case 4 -> "!F-" + icmp.sequence();
            case 5 -> "!S";
            case 9, 10, 13 -> "!X";
            case 14 -> "!V";
            case 15 -> "!C";
            default -> "!<" + icmp.code() + ">";
        };
    }
}
