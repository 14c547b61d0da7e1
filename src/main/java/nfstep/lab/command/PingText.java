package nfstep.lab.command;

import java.util.Locale;
import java.util.Optional;
import nfstep.packet.IcmpHeader;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;

/** What ping prints: iputils, {@code ping_common.c} and {@code ping.c}, {@code pr_icmph}; time is virtual, no packet takes any. */
final class PingText {
    private static final int HEADERS_4 = 28;
    private static final int HEADERS_6 = 48;
    private static final long MILLION = 1_000_000L;

    private final PingCommand.Wish wish;
    private final StringBuilder lines = new StringBuilder();
    private int sent;
    private int received;
    private int errors;

    PingText(PingCommand.Wish wish) {
        this.wish = wish;
    }

    void sent() {
        sent++;
    }

    boolean anyReply() {
        return received > 0;
    }

    boolean complete() {
        return received + errors >= sent;
    }

    void notPermitted() {
        errors++;
        line("ping: sendmsg: Operation not permitted");
    }

    /** A packet that reached the namespace; if it is an answer to this ping or an error about it, it counts. */
    void received(Packet packet, int id) {
        Optional<IcmpHeader> header = packet.icmp();
        if (header.isEmpty()) {
            return;
        }
        IcmpHeader icmp = header.get();
        boolean reply = icmp.type() == (icmp.family() == IpFamily.IPV4 ? 0 : 129);
        if (reply && icmp.id() == id) {
            received++;
            int bytes = packet.length() - packet.headerLength();
            line(bytes + " bytes from " + packet.source() + ": icmp_seq=" + icmp.sequence() + " ttl=" + packet.ttl()
                    + " time=0.000 ms");
        } else if (icmp.isError()) {
            error(packet, icmp, id);
        }
    }

    private void error(Packet packet, IcmpHeader icmp, int id) {
        Optional<IcmpHeader> quoted = packet.quoted().flatMap(Packet::icmp).filter(q -> q.id() == id);
        if (quoted.isPresent()) {
            errors++;
            line("From " + packet.source() + " icmp_seq=" + quoted.get().sequence() + " " + IcmpErrorText.of(icmp));
        }
    }

    private void line(String text) {
        if (!wish.quiet()) {
            lines.append(text).append('\n');
        }
    }

    /** All that is printed; the times in nanoseconds. */
    String render(long sendingTook, long all) {
        int headers = wish.destination().family() == IpFamily.IPV4 ? HEADERS_4 : HEADERS_6;
        String bytes = headers == HEADERS_4 ? wish.size() + "(" + (wish.size() + headers) + ")" : "" + wish.size();
        String from = wish.source().map(s -> " from " + s + " :").orElse("");
        String target = wish.destination().toString();
        String to = headers == HEADERS_4 ? target + " (" + target + ")" : target + "(" + target + ")";
        return "PING " + to + from + " " + bytes + (headers == HEADERS_4 ? " bytes of data.\n" : " data bytes\n")
                + lines
                + "\n--- " + target + " ping statistics ---\n"
                + summary(received > 0 ? sendingTook : all);
    }

    private String summary(long nanos) {
        double loss = sent == 0 ? 0 : 100.0 * (sent - received) / sent;
        String percent =
                loss == Math.rint(loss) ? String.valueOf((int) loss) : String.format(Locale.ROOT, "%.4f", loss);
        String counts = sent + " packets transmitted, " + received + " received, "
                + (errors > 0 ? "+" + errors + " errors, " : "") + percent + "% packet loss, time " + nanos / MILLION
                + "ms\n";
        return counts + (received > 0 ? "rtt min/avg/max/mdev = 0.000/0.000/0.000/0.000 ms\n" : "\n");
    }
}
