package nfstep.conntrack;

/** What is to be done with a segment after the state table was asked. */
sealed interface TcpStep {
    /** It moves the connection if it is in the window, or at once where the window cannot be known any more. */
    record Move(TcpCase segment, TcpState from, TcpState to, boolean skipsWindow) implements TcpStep {
        static Move of(TcpCase segment, TcpState to) {
            return new Move(segment, segment.state(), to, false);
        }

        Move skippingWindow() {
            return new Move(segment, from, to, true);
        }
    }

    /** It is settled without a look at the window. */
    record Settled(TrackOutcome outcome) implements TcpStep {}

    /** The segment is refused. */
    static TcpStep refuse(String why) {
        return new Settled(new TrackOutcome.Invalid(why));
    }

    /** The segment passes without being believed; what is noted of it stays. */
    static TcpStep ignore(TcpCase noted, String why) {
        Connection after = noted.input().connection().withTracking(noted.tracking());
        return new Settled(new TrackOutcome.Ignored(after, why));
    }
}
