package nfstep.conntrack;

/** When a RST closes a connection: the label {@code TCP_CONNTRACK_CLOSE} of {@code nf_conntrack_tcp_packet}. */
final class TcpReset {
    private TcpReset() {}

    static TcpStep of(TcpCase c) {
        TcpStep.Move close = TcpStep.Move.of(c, TcpState.CLOSE);
        if (c.state().isClosing()) {
            return close.skippingWindow();
        }
        boolean maxAckCounts = c.receiver().has(TcpFlag.MAXACK_SET) && c.last().kind() != TcpKind.SYN;
        return maxAckCounts ? comparedWithMaxAck(c, close) : answerToIgnored(c, close);
    }

    /** Only a RST at exactly the number that the other end waits for closes at once; others may bring a challenge. */
    private static TcpStep comparedWithMaxAck(TcpCase c, TcpStep.Move close) {
        int sequence = c.segment().sequence();
        int expected = c.receiver().maxAck();
        boolean established = c.state() == TcpState.ESTABLISHED && c.connectionHas(CtStatus.ASSURED);
        if (sequence == 0 && !established) {
            return close;
        }
        if (Sequence.before(sequence, expected) && !c.input().settings().tcpIgnoreInvalidRst()) {
            return TcpStep.refuse("RST with sequence number " + Integer.toUnsignedString(sequence) + " below "
                    + Integer.toUnsignedString(expected) + ", which the other end already acknowledged");
        }
        if (!established || sequence == expected || followsOwnSegment(c)) {
            return close;
        }
        return answerToIgnored(c, TcpStep.Move.of(c, c.state()));
    }

    private static boolean followsOwnSegment(TcpCase c) {
        return c.last().kind() == TcpKind.ACK
                && c.last().direction() == c.direction()
                && c.segment().sequence() == c.last().end();
    }

    /** The RST may answer a SYN or an ACK that was let through without being believed; then no window is known. */
    private static TcpStep answerToIgnored(TcpCase c, TcpStep.Move move) {
        TcpLast last = c.last();
        boolean toSyn =
                c.connectionHas(CtStatus.SEEN_REPLY) && last.kind() == TcpKind.SYN && last.direction() != c.direction();
        boolean toAck = !c.connectionHas(CtStatus.ASSURED) && last.kind() == TcpKind.ACK;
        boolean toChallenge = c.state() == TcpState.SYN_SENT
                && last.kind() == TcpKind.ACK
                && last.direction() == Direction.REPLY
                && c.segment().sequence() == last.acknowledgement();
        boolean answers = ((toSyn || toAck) && c.segment().acknowledgement() == last.end()) || toChallenge;
        return answers ? move.skippingWindow() : move;
    }
}
