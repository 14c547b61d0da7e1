package nfstep.conntrack;

import java.util.Optional;

/** What the first segment of a connection says: {@code tcp_new}. */
final class TcpStart {
    private TcpStart() {}

    /** The connection before the segment is judged; empty for a segment that begins none. */
    static Optional<TcpTracking> of(TcpSegment segment, ConntrackSettings settings) {
        TcpMove move = TcpTransitions.of(Direction.ORIGINAL, segment.kind(), TcpState.NONE);
        if (move.isTo(TcpState.SYN_SENT)) {
            return Optional.of(opening(segment));
        }
        return move.kind() == TcpMove.Kind.TO && settings.tcpLoose()
                ? Optional.of(pickedUp(segment))
                : Optional.empty();
    }

    private static TcpTracking opening(TcpSegment segment) {
        TcpEnd end = new TcpEnd(segment.end(), segment.end(), window(segment), 0, 0, 0)
                .withOptions(TcpSynOptions.of(segment.options()));
        return TcpTracking.UNSEEN.with(Direction.ORIGINAL, end);
    }

    /** Scale and SACK permission are not known, so the windows are not checked. */
    private static TcpTracking pickedUp(TcpSegment segment) {
        int flags = TcpFlag.SACK_PERMITTED.bit() | TcpFlag.BE_LIBERAL.bit();
        int window = window(segment);
        TcpEnd end = new TcpEnd(segment.end(), segment.end() + window, window, 0, 0, flags);
        return TcpTracking.UNSEEN.with(Direction.ORIGINAL, end).with(Direction.REPLY, TcpEnd.UNSEEN.withFlags(flags));
    }

    private static int window(TcpSegment segment) {
        return Math.max(segment.window(), 1);
    }
}
