package nfstep.conntrack;

import nfstep.packet.TcpFlags;

/** What a segment in the window tells about both ends: the second half of {@code tcp_in_window}. */
final class TcpUpdate {
    private TcpUpdate() {}

    static TcpTracking of(TcpCase c, TcpNumbers n) {
        TcpTracking ends =
                c.withSender(sender(c, n)).withReceiver(receiver(c, n)).tracking();
        return c.kind() == TcpKind.ACK ? repetitions(c, n, ends) : ends;
    }

    private static int window(TcpCase c) {
        int window = c.segment().window();
        return c.segment().has(TcpFlags.SYN) ? window : window << c.sender().scale();
    }

    private static TcpEnd sender(TcpCase c, TcpNumbers n) {
        TcpEnd sender = c.sender();
        int window = window(c) + (n.sack() - n.acknowledgement());
        if (Integer.compareUnsigned(sender.maxWindow(), window) < 0) {
            sender = sender.withMaxWindow(window);
        }
        if (Sequence.after(n.end(), sender.end())) {
            sender = sender.withEnd(n.end()).with(TcpFlag.DATA_UNACKNOWLEDGED);
        }
        return c.segment().has(TcpFlags.ACK) ? acknowledging(sender, n.acknowledgement()) : sender;
    }

    private static TcpEnd acknowledging(TcpEnd sender, int acknowledgement) {
        boolean isHighest = !sender.has(TcpFlag.MAXACK_SET) || Sequence.after(acknowledgement, sender.maxAck());
        return isHighest ? sender.withMaxAck(acknowledgement).with(TcpFlag.MAXACK_SET) : sender;
    }

    private static TcpEnd receiver(TcpCase c, TcpNumbers n) {
        TcpEnd receiver = c.receiver();
        int maxEnd = c.sender().maxEnd();
        int window = window(c);
        if (receiver.maxWindow() != 0 && Sequence.after(n.end(), maxEnd)) {
            receiver = receiver.withMaxWindow(receiver.maxWindow() + n.end() - maxEnd);
        }
        int allowed = n.sack() + window;
        if (Sequence.after(allowed, receiver.maxEnd() - 1)) {
            receiver = receiver.withMaxEnd(window == 0 ? allowed + 1 : allowed);
        }
        boolean allAcknowledged = n.acknowledgement() == receiver.end();
        return allAcknowledged ? receiver.without(TcpFlag.DATA_UNACKNOWLEDGED) : receiver;
    }

    private static TcpTracking repetitions(TcpCase c, TcpNumbers n, TcpTracking ends) {
        TcpLast last = ends.last();
        TcpLast now = new TcpLast(
                c.direction(),
                last.kind(),
                n.sequence(),
                n.acknowledgement(),
                n.end(),
                c.segment().window(),
                last.scale(),
                last.flags());
        return now.equals(last)
                ? ends.withRetransmissions(ends.retransmissions() + 1)
                : ends.with(now).withRetransmissions(0);
    }
}
