package nfstep.conntrack;

/** The four bounds of Guido van Rooij's "Real stateful TCP packet filtering", as {@code tcp_in_window} draws them. */
final class TcpBounds {
    private static final int LEAST_ACK_WINDOW = 66_000;

    private TcpBounds() {}

    static TcpWindow.Result check(TcpCase c, TcpNumbers n) {
        TcpEnd sender = c.sender();
        TcpEnd receiver = c.receiver();
        if (!Sequence.before(n.sequence(), sender.maxEnd() + 1)) {
            return over(c, n);
        }
        if (!Sequence.before(n.sack(), receiver.end() + 1)) {
            return outside(
                    c,
                    "acknowledgement " + text(n.sack()) + " is over " + text(receiver.end())
                            + ": that was not sent yet");
        }
        if (receiver.maxWindow() != 0 && !endsInWindow(c, n)) {
            return ignored(
                    c,
                    "segment ends at " + text(n.end()) + ", under " + text(windowStart(c))
                            + ": the other end has that already");
        }
        if (!acknowledgesRecent(c, n)) {
            return ignored(
                    c, "acknowledgement " + text(n.sack()) + " is under " + text(leastAck(c)) + ": it comes very late");
        }
        return new TcpWindow.Result.Inside(TcpUpdate.of(c, n));
    }

    /** A sender may overshoot the window a little; then only what it sent is noted, so that its acknowledgement fits. */
    private static TcpWindow.Result over(TcpCase c, TcpNumbers n) {
        int overshot = n.end() - c.sender().maxEnd() + 1;
        boolean little = c.receiver().maxWindow() != 0
                && endsInWindow(c, n)
                && acknowledgesRecent(c, n)
                && Integer.compareUnsigned(overshot, c.receiver().maxWindow()) <= 0
                && Sequence.before(n.sack(), c.receiver().end() + 1);
        if (little) {
            TcpEnd sender = c.sender().withEnd(n.end()).with(TcpFlag.DATA_UNACKNOWLEDGED);
            return ignored(c.withSender(sender), text(overshot) + " bytes more than the window");
        }
        return outside(
                c,
                "sequence number " + text(n.sequence()) + " is over "
                        + text(c.sender().maxEnd()) + ", the end of the receiver's window");
    }

    private static boolean endsInWindow(TcpCase c, TcpNumbers n) {
        return Sequence.after(n.end(), windowStart(c) - 1);
    }

    private static int windowStart(TcpCase c) {
        return c.sender().end() - c.receiver().maxWindow();
    }

    private static boolean acknowledgesRecent(TcpCase c, TcpNumbers n) {
        return Sequence.after(n.sack(), leastAck(c) - 1);
    }

    private static int leastAck(TcpCase c) {
        int window = c.sender().maxWindow();
        boolean isLarge = Integer.compareUnsigned(window, LEAST_ACK_WINDOW) > 0;
        return c.receiver().end() - (isLarge ? window : LEAST_ACK_WINDOW);
    }

    private static TcpWindow.Result ignored(TcpCase c, String why) {
        return isLiberal(c)
                ? new TcpWindow.Result.Inside(c.tracking())
                : new TcpWindow.Result.Ignored(c.tracking(), why);
    }

    private static TcpWindow.Result outside(TcpCase c, String why) {
        return isLiberal(c)
                ? new TcpWindow.Result.Inside(c.tracking())
                : new TcpWindow.Result.Outside(c.tracking(), why);
    }

    private static boolean isLiberal(TcpCase c) {
        return c.sender().has(TcpFlag.BE_LIBERAL) || c.input().settings().tcpBeLiberal();
    }

    private static String text(int number) {
        return Integer.toUnsignedString(number);
    }
}
