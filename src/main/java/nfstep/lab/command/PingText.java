package nfstep.lab.command;

import java.util.Locale;
import java.util.Optional;
import nfstep.packet.IcmpHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;

/**
 * What ping prints: iputils, {@code ping_common.c} and {@code ping.c}, {@code pr_icmph}; time is virtual, no packet takes
 * any.
 */
final class PingText {
    private static final int HEADERS_4 = 28;
    private static final long MILLION = 1_000_000L;

    private final PingWish wish;
    private final int id;
    private final StringBuilder lines = new StringBuilder();
    private int sent;
    private int received;
    /** Of these a raw socket is told as of any other packet, not as of an error. */
    private static final int REDIRECT = 5;

    private int errors;
    private int heard;
    private int pipe;

    PingText(PingWish wish, int id) {
        this.wish = wish;
        this.id = id;
    }

    void sent(int sequence) {
        sent = sequence;
    }

    boolean anyReply() {
        return received > 0;
    }

    /** How many requests came to an end. */
    int answered() {
        return received + errors;
    }

    int errors() {
        return errors;
    }

    boolean complete() {
        return answered() >= sent;
    }

    /** The next request is sent, and nothing was heard of the one before. */
    void late(int sequence) {
        if (wish.telling().outstanding() && heard < sequence) {
            line("no answer yet for icmp_seq=" + sequence);
        }
    }

    /** A hook refused the request and told so, too. */
    void notSent(String error) {
        line("ping: sendmsg: " + error);
    }

    /** The request may not be broken to pieces and does not fit. */
    void tooLong(int mtu) {
        errors++;
        line("ping: local error: message too long, mtu=" + mtu);
    }

    /** A packet that reached the namespace; if it is an answer to this ping or an error about it, it counts. */
    void received(Packet packet) {
        Optional<IcmpHeader> header = packet.icmp();
        if (header.isEmpty()) {
            return;
        }
        IcmpHeader icmp = header.get();
        boolean reply = icmp.type() == (icmp.family() == IpFamily.IPV4 ? 0 : 129);
        if (reply && icmp.id() == id) {
            received++;
            hear(icmp.sequence());
            int bytes = packet.length() - packet.headerLength();
            line(bytes + " bytes from " + packet.source() + ": icmp_seq=" + icmp.sequence() + " ttl=" + packet.ttl()
                    + (wish.probe().timed() ? " time=0.000 ms" : ""));
        } else if (icmp.isError()) {
            error(packet, icmp);
        }
    }

    private void error(Packet packet, IcmpHeader icmp) {
        Optional<IcmpHeader> quoted = packet.quoted().flatMap(Packet::icmp).filter(q -> q.id() == id);
        if (quoted.isPresent() && icmp.family() == IpFamily.IPV4 && icmp.type() == REDIRECT) {
            String sequence = ": icmp_seq=" + quoted.get().sequence();
            line("From " + packet.source() + sequence + " " + IcmpErrorText.of(icmp));
        } else if (quoted.isPresent()) {
            errors++;
            hear(quoted.get().sequence());
            line("From " + packet.source() + " icmp_seq=" + quoted.get().sequence() + " " + IcmpErrorText.of(icmp));
        }
    }

    private void hear(int sequence) {
        heard = Math.max(heard, sequence);
        pipe = Math.max(pipe, sent - sequence + 1);
    }

    private void line(String text) {
        if (!wish.telling().quiet()) {
            lines.append(text).append('\n');
        }
    }

    /** All that is printed; the time from the first request to the last in nanoseconds. */
    String render(IpAddress source, long nanos) {
        return "PING " + head(source) + lines + "\n--- " + target() + " ping statistics ---\n" + summary(nanos);
    }

    private String target() {
        return wish.written();
    }

    private String head(IpAddress source) {
        Way.Wish way = wish.way();
        boolean told = way.source().isPresent() || way.device().isPresent();
        String from = told ? " from " + source + " " + way.device().orElse("") + ":" : "";
        int size = wish.probe().size();
        return way.family() == IpFamily.IPV4
                ? target() + " (" + way.destination() + ")" + from + " " + size + "(" + (size + HEADERS_4)
                        + ") bytes of data.\n"
                : target() + "(" + way.destination() + ")" + from + " " + size + " data bytes\n";
    }

    private String summary(long nanos) {
        String counts = sent + " packets transmitted, " + received + " received, "
                + (errors > 0 ? "+" + errors + " errors, " : "") + loss() + "% packet loss, time " + nanos / MILLION
                + "ms\n";
        String times = received > 0 && wish.probe().timed() ? "rtt min/avg/max/mdev = 0.000/0.000/0.000/0.000 ms" : "";
        String pipes = pipe > 1 ? (times.isEmpty() ? "" : ", ") + "pipe " + pipe : "";
        return counts + times + pipes + "\n";
    }

    /** As {@code %g} prints it. */
    private String loss() {
        double loss = 100.0 * (sent - received) / sent;
        return loss == Math.rint(loss)
                ? String.valueOf((int) loss)
                : String.format(Locale.ROOT, "%.4f", loss).replaceAll("0+$", "");
    }
}
