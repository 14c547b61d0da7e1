package nfstep.conntrack;

import nfstep.packet.TcpFlags;

/** The numbers of a segment as the bounds judge them: those that it does not have are taken as right. */
record TcpNumbers(int sequence, int end, int acknowledgement, int sack) {
    static TcpNumbers of(TcpCase c, int sack) {
        TcpSegment s = c.segment();
        boolean answersSyn = s.has(TcpFlags.RST) && s.sequence() == 0 && c.state() == TcpState.SYN_SENT;
        int sequence = answersSyn ? c.sender().end() : s.sequence();
        int end = answersSyn ? c.sender().end() : s.end();
        return acknowledgesNothing(s)
                ? new TcpNumbers(sequence, end, c.receiver().end(), c.receiver().end())
                : new TcpNumbers(sequence, end, s.acknowledgement() - shift(c), sack);
    }

    /** By how much a helper moved the numbers that the segment acknowledges: {@code nf_ct_seq_offset}. */
    static int shift(TcpCase c) {
        Assistance assistance = c.input().connection().assistance();
        return assistance.shift(c.direction().opposite()).at(c.segment().acknowledgement() - 1);
    }

    /** Some stacks set ACK in a RST without a number. */
    private static boolean acknowledgesNothing(TcpSegment s) {
        return !s.has(TcpFlags.ACK) || (s.has(TcpFlags.RST) && s.acknowledgement() == 0);
    }
}
