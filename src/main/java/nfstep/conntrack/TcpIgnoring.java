package nfstep.conntrack;

/**
 * Segments that may be right while the table is wrong: the label {@code TCP_CONNTRACK_IGNORE} of
 * {@code nf_conntrack_tcp_packet}.
 */
final class TcpIgnoring {
    private TcpIgnoring() {}

    /** Takes note of the segment, or believes an earlier one that it acknowledges. */
    static TcpStep of(TcpCase segment) {
        return acknowledgesIgnoredSyn(segment) ? resynchronised(segment) : noted(segment);
    }

    private static boolean acknowledgesIgnoredSyn(TcpCase c) {
        return c.kind() == TcpKind.SYN_ACK
                && c.last().kind() == TcpKind.SYN
                && c.last().direction() != c.direction()
                && c.segment().acknowledgement() == c.last().end();
    }

    /** Client and server are in step, and the table was not: it goes on from the SYN that it ignored. */
    private static TcpStep resynchronised(TcpCase c) {
        TcpLast last = c.last().without(TcpFlag.EXPECT_CHALLENGE_ACK);
        TcpEnd opener = new TcpEnd(
                last.end(), last.end(), Math.max(last.window(), 1), c.receiver().maxAck(), last.scale(), last.flags());
        TcpEnd answerer = TcpEnd.UNSEEN.withFlags(c.sender().flags() & TcpFlag.BE_LIBERAL.bit());
        TcpCase believed = c.with(c.tracking().with(last)).withReceiver(opener).withSender(answerer);
        return new TcpStep.Move(believed, TcpState.SYN_SENT, TcpState.SYN_RECV, false);
    }

    private static TcpStep noted(TcpCase c) {
        TcpSegment s = c.segment();
        int acknowledgement = mayBeChallenge(c) ? s.acknowledgement() : c.last().acknowledgement();
        TcpLast last =
                c.last().seen(c.direction(), c.kind()).numbers(s.sequence(), acknowledgement, s.end(), s.window());
        TcpLast noted = c.kind() == TcpKind.SYN && c.direction() == Direction.ORIGINAL ? withOptions(last, c) : last;
        return TcpStep.ignore(
                c.with(c.tracking().with(noted)), c.kind() + " in state " + c.state() + " is noted and not believed");
    }

    private static boolean mayBeChallenge(TcpCase c) {
        return c.state() == TcpState.SYN_SENT && c.kind() == TcpKind.ACK && c.direction() == Direction.REPLY;
    }

    /** In LAST_ACK the answer may be a challenge (RFC 5961), which must not count as the last acknowledgement. */
    private static TcpLast withOptions(TcpLast last, TcpCase c) {
        TcpSynOptions options = TcpSynOptions.of(c.segment().options());
        TcpLast noted = last.withFlags(options.flags()).withScale(options.scale());
        return c.state() == TcpState.LAST_ACK ? noted.with(TcpFlag.EXPECT_CHALLENGE_ACK) : noted;
    }
}
