package nfstep.conntrack;

/** What a refused segment does to its connection: {@code nf_tcp_handle_invalid}. */
final class TcpRefusal {
    private static final long SHORT_ALREADY = 120_000_000_000L;

    private TcpRefusal() {}

    static TrackOutcome of(TcpCase c, TcpTracking windows, String why) {
        Connection before = c.input().connection();
        Connection after = noted(c, before.withTracking(windows));
        if (!before.isConfirmed() || after.equals(before)) {
            return new TrackOutcome.Invalid(why);
        }
        boolean lowered = after.expiresAt() != before.expiresAt();
        return new TrackOutcome.InvalidButChanged(
                after, lowered ? why + "; both ends close, so the connection's time is cut" : why);
    }

    /** A FIN or RST outside the window from each end: the connection is dead and the table out of step. */
    private static Connection noted(TcpCase c, Connection connection) {
        boolean ends = c.kind() == TcpKind.FIN || c.kind() == TcpKind.RST;
        if (!ends || !connection.has(CtStatus.ASSURED) || connection.has(CtStatus.FIXED_TIMEOUT)) {
            return connection;
        }
        TcpTracking tracking = connection.tracking() instanceof TcpTracking known ? known : c.tracking();
        TcpLast last = tracking.last();
        boolean otherEndToo =
                last.direction() != c.direction() && (last.kind() == TcpKind.FIN || last.kind() == TcpKind.RST);
        return otherEndToo
                ? cut(c.input(), connection)
                : connection.withTracking(tracking.with(last.seen(c.direction(), c.kind())));
    }

    private static Connection cut(TrackInput input, Connection connection) {
        long left = connection.expiresAt() - input.now();
        long timeout = input.settings().value(ConntrackKnob.TCP_TIMEOUT_UNACKNOWLEDGED) * 1_000_000_000L;
        return left >= SHORT_ALREADY && left > timeout ? connection.withExpiry(input.now() + timeout) : connection;
    }
}
