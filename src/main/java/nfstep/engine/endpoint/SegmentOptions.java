package nfstep.engine.endpoint;

import nfstep.packet.TcpHeader;
import nfstep.packet.TcpOptions;
import nfstep.state.Socket;

/** The options that Linux puts into its segments, by their lengths: {@code net/ipv4/tcp_output.c}. */
final class SegmentOptions {
    private static final TcpOptions MSS = TcpOptions.NONE.withMss(1460);
    private static final TcpOptions ALL = TcpOptions.NONE
            .withMss(1460)
            .withSackPermitted()
            .withTimestamps(1, 0)
            .withNop()
            .withWindowScale(7);
    private static final TcpOptions TIMESTAMPS =
            TcpOptions.NONE.withNop().withNop().withTimestamps(1, 1);

    private SegmentOptions() {}

    /** The options of a segment of that socket; a SYN has more. */
    static TcpOptions of(Socket.State.Tcp tcp, boolean syn) {
        if (syn) {
            return tcp.timestamps() ? ALL : MSS;
        }
        return tcp.timestamps() ? TIMESTAMPS : TcpOptions.NONE;
    }

    /** Whether the sender of a SYN offers timestamps. */
    static boolean offersTimestamps(TcpHeader segment) {
        return segment.options().timestamps().isPresent();
    }
}
