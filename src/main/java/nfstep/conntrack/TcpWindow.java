package nfstep.conntrack;

import nfstep.packet.TcpFlags;

/** Whether a segment is in the window, and what its numbers say about both ends: {@code tcp_in_window}. */
final class TcpWindow {
    /** Whether it is, and what is known after it. */
    sealed interface Result {
        record Inside(TcpTracking after) implements Result {}

        record Ignored(TcpTracking after, String why) implements Result {}

        record Outside(TcpTracking after, String why) implements Result {}
    }

    private TcpWindow() {}

    static Result check(TcpCase before) {
        int sack = sack(before);
        boolean unseen = before.sender().maxWindow() == 0;
        boolean syn = before.segment().has(TcpFlags.SYN);
        boolean reopens = !unseen && syn && isNewer(before);
        TcpCase c = before;
        if (reopens || (unseen && syn)) {
            c = opened(before);
            boolean answersNothing = !c.segment().has(TcpFlags.ACK);
            if (answersNothing && (unseen || c.direction() == Direction.REPLY)) {
                return new Result.Inside(c.tracking());
            }
        } else if (unseen) {
            c = adopted(before, sack);
        }
        return TcpBounds.check(c, TcpNumbers.of(c, sack));
    }

    /** What helpers wrote into the data that is acknowledged does not count. */
    private static int sack(TcpCase c) {
        int sack = c.receiver().has(TcpFlag.SACK_PERMITTED)
                ? c.segment().highestSack()
                : c.segment().acknowledgement();
        return sack - TcpNumbers.shift(c);
    }

    /** RFC 9293: a SYN of a higher number opens the connection again. */
    private static boolean isNewer(TcpCase c) {
        boolean opening = c.state() == TcpState.SYN_SENT || c.state() == TcpState.SYN_RECV;
        return opening && Sequence.after(c.segment().end(), c.sender().end());
    }

    /** Window scaling counts only where both ends sent the option: RFC 7323. */
    private static TcpCase opened(TcpCase c) {
        TcpSegment s = c.segment();
        TcpEnd sender = c.sender()
                .withEnd(s.end())
                .withMaxEnd(s.end())
                .withMaxWindow(Math.max(s.window(), 1))
                .withOptions(TcpSynOptions.of(s.options()));
        boolean scaled = sender.has(TcpFlag.WINDOW_SCALE) && c.receiver().has(TcpFlag.WINDOW_SCALE);
        TcpCase started = c.withSender(sender);
        return c.direction() == Direction.ORIGINAL || scaled
                ? started
                : started.withSender(sender.withScale(0))
                        .withReceiver(c.receiver().withScale(0));
    }

    /** The history is lost: the segment's own numbers have to do. */
    private static TcpCase adopted(TcpCase c, int sack) {
        TcpSegment s = c.segment();
        int scaled = s.window() << c.sender().scale();
        int window = scaled == 0 ? 1 : scaled;
        TcpEnd sender = c.sender().withEnd(s.end()).withMaxWindow(window).withMaxEnd(s.end() + window);
        TcpEnd receiver = c.receiver();
        if (receiver.maxWindow() == 0) {
            receiver = receiver.withEnd(sack).withMaxEnd(sack);
        } else if (sack == receiver.end() + 1) {
            receiver = receiver.withEnd(sack);
        }
        return c.withSender(sender).withReceiver(receiver);
    }
}
