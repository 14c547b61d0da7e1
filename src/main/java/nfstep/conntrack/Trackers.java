package nfstep.conntrack;

import java.util.Optional;
import nfstep.packet.Protocols;

/** Hands a packet to the tracker of its protocol: {@code nf_conntrack_handle_packet}, {@code nf_conntrack_in}. */
public final class Trackers {
    private static final Tracker TCP = new TcpTracker();
    private static final Tracker UDP = new UdpTracker();
    private static final Tracker UDPLITE = new UdpliteTracker();
    private static final Tracker ICMP = new IcmpTracker();
    private static final Tracker ICMPV6 = new Icmpv6Tracker();
    private static final Tracker SCTP = new SctpTracker();
    private static final Tracker GRE = new GreTracker();
    private static final Tracker GENERIC = new GenericTracker();

    private Trackers() {}

    /**
     * What the tracker makes of the packet. A packet of the reply direction that is not refused marks the connection as
     * replied to, also where the tracker ignores it.
     */
    public static TrackOutcome track(TrackInput input) {
        TrackOutcome outcome = of(input.connection().original().protocol()).track(input);
        if (outcome instanceof TrackOutcome.Accepted accepted) {
            Connection after = repliedTo(input, accepted.after());
            return new TrackOutcome.Accepted(after, ConnectionWords.change(input.connection(), after, input.now()));
        }
        if (outcome instanceof TrackOutcome.Ignored ignored) {
            return ignored(input, repliedTo(input, ignored.after()), ignored.why());
        }
        return outcome;
    }

    /**
     * A confirmed TCP connection after this host answered it with a RST: {@code nf_conntrack_tcp_set_closing}. None if that
     * changes nothing.
     */
    public static Optional<Connection> closing(Connection connection, long now, ConntrackSettings settings) {
        if (!(connection.tracking() instanceof TcpTracking tcp) || tcp.state() == TcpState.CLOSE) {
            return Optional.empty();
        }
        Connection closed = connection.withTracking(tcp.with(TcpState.CLOSE));
        long end = now + settings.value(ConntrackKnob.TCP_TIMEOUT_CLOSE) * 1_000_000_000L;
        return Optional.of(closed.has(CtStatus.FIXED_TIMEOUT) ? closed : closed.withExpiry(end));
    }

    private static TrackOutcome ignored(TrackInput input, Connection after, String why) {
        boolean first = !input.connection().has(CtStatus.SEEN_REPLY) && after.has(CtStatus.SEEN_REPLY);
        return new TrackOutcome.Ignored(after, first ? why + "; first reply seen" : why);
    }

    private static Connection repliedTo(TrackInput input, Connection after) {
        return input.direction() == Direction.REPLY ? after.with(CtStatus.SEEN_REPLY) : after;
    }

    private static Tracker of(int protocol) {
        return switch (protocol) {
            case Protocols.TCP -> TCP;
            case Protocols.UDP -> UDP;
            case Protocols.UDPLITE -> UDPLITE;
            case Protocols.ICMP -> ICMP;
            case Protocols.ICMPV6 -> ICMPV6;
            case Protocols.SCTP -> SCTP;
            case Protocols.GRE -> GRE;
            default -> GENERIC;
        };
    }
}
