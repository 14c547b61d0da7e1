package nfstep.conntrack;

import nfstep.packet.TcpFlags;

/** What follows from a segment in the window: state, time, assurance; the end of {@code nf_conntrack_tcp_packet}. */
final class TcpConclusion {
    private TcpConclusion() {}

    static TrackOutcome of(TcpStep.Move move, TcpTracking windows) {
        TcpCase c = move.segment();
        TcpTracking tracking = moved(move, windows);
        Connection after = c.input().connection().withTracking(tracking);
        long timeout = timeout(c, tracking);
        if (c.connectionHas(CtStatus.SEEN_REPLY)) {
            return Refresh.accept(c.input(), assured(move, after), timeout);
        }
        if (c.segment().has(TcpFlags.RST)) {
            return new TrackOutcome.Destroy(Refresh.count(c.input(), after), "a RST is all that answered");
        }
        if (c.kind() == TcpKind.SYN && move.from() == TcpState.SYN_SENT) {
            // a client that uses its port again must not keep the entry alive
            return new TrackOutcome.Accepted(after, "");
        }
        long unacknowledged = c.input().settings().value(ConntrackKnob.TCP_TIMEOUT_UNACKNOWLEDGED);
        boolean pickedUp = move.to() == TcpState.ESTABLISHED;
        return Refresh.accept(c.input(), after, pickedUp ? Math.min(timeout, unacknowledged) : timeout);
    }

    private static TcpTracking moved(TcpStep.Move move, TcpTracking windows) {
        TcpCase c = move.segment();
        TcpTracking tracking =
                windows.with(windows.last().seen(c.direction(), c.kind())).with(move.to());
        boolean closes = move.from() != move.to() && move.to() == TcpState.FIN_WAIT;
        return closes ? tracking.with(c.direction(), tracking.end(c.direction()).with(TcpFlag.CLOSE_INIT)) : tracking;
    }

    private static Connection assured(TcpStep.Move move, Connection after) {
        boolean wasOpen = move.from() == TcpState.SYN_RECV || move.from() == TcpState.ESTABLISHED;
        return wasOpen && move.to() == TcpState.ESTABLISHED ? after.with(CtStatus.ASSURED) : after;
    }

    /** In Linux 6.18 a RST that leaves the connection established gives it the time of CLOSE. */
    private static long timeout(TcpCase c, TcpTracking tracking) {
        ConntrackSettings settings = c.input().settings();
        long ofState = tracking.state().timeout(settings);
        long retransmitted = settings.value(ConntrackKnob.TCP_TIMEOUT_MAX_RETRANS);
        if (tracking.retransmissions() >= settings.tcpMaxRetrans() && ofState > retransmitted) {
            return retransmitted;
        }
        if (c.kind() == TcpKind.RST) {
            return TcpState.CLOSE.timeout(settings);
        }
        long unacknowledged = settings.value(ConntrackKnob.TCP_TIMEOUT_UNACKNOWLEDGED);
        if (tracking.either(TcpFlag.DATA_UNACKNOWLEDGED) && ofState > unacknowledged) {
            return unacknowledged;
        }
        return tracking.last().window() == 0 && ofState > retransmitted ? retransmitted : ofState;
    }
}
