package nfstep.engine.endpoint;

import nfstep.conntrack.Tuple;
import nfstep.engine.RoutingOutput;
import nfstep.host.FlowKey;
import nfstep.host.Namespace;
import nfstep.packet.TcpHeader;
import nfstep.packet.TcpOptions;
import nfstep.state.Socket;

/** The options that Linux puts into its segments, by their lengths: {@code net/ipv4/tcp_output.c}. */
final class SegmentOptions {
    private static final int HEADERS = 40;
    private static final int USUAL_MTU = 1500;
    private static final int LONGEST = 65535;
    private static final TcpOptions TIMESTAMPS =
            TcpOptions.NONE.withNop().withNop().withTimestamps(1, 1);

    private SegmentOptions() {}

    /** The options of a segment of that socket; a SYN has more. */
    static TcpOptions of(Namespace host, Socket socket, boolean syn) {
        boolean timestamps = ((Socket.State.Tcp) socket.state()).timestamps();
        if (!syn) {
            return timestamps ? TIMESTAMPS : TcpOptions.NONE;
        }
        TcpOptions mss = TcpOptions.NONE.withMss(mss(host, socket.arriving()));
        return timestamps
                ? mss.withSackPermitted().withTimestamps(1, 0).withNop().withWindowScale(7)
                : mss;
    }

    /** What fits into a packet on the way to the other end: {@code ipv4_default_advmss}. */
    private static int mss(Namespace host, Tuple arriving) {
        int mtu = RoutingOutput.decide(host, FlowKey.sent(arriving.source(), arriving.destination()))
                .map(d -> d.mtu().orElse(USUAL_MTU))
                .orElse(USUAL_MTU);
        return Math.min(mtu, LONGEST) - HEADERS;
    }

    /** Whether the sender of a SYN offers timestamps. */
    static boolean offersTimestamps(TcpHeader segment) {
        return segment.options().timestamps().isPresent();
    }
}
