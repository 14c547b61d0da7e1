package nfstep.conntrack;

import java.util.Optional;
import nfstep.packet.Packet;

/** UDP: {@code net/netfilter/nf_conntrack_proto_udp.c}, {@code nf_conntrack_udp_packet}. */
final class UdpTracker implements Tracker {
    private static final int HEADER = 8;
    private static final long UNTIL_STREAM = 2_000_000_000L;

    @Override
    public TrackOutcome track(TrackInput input) {
        Optional<String> error = error(input);
        if (error.isPresent()) {
            return new TrackOutcome.Invalid(error.get());
        }
        Connection connection = started(input);
        boolean isStream = connection.has(CtStatus.SEEN_REPLY)
                && connection.tracking() instanceof UdpTracking udp
                && input.now() > udp.streamAfter();
        return isStream
                ? Refresh.accept(input, assured(connection), input.settings().value(ConntrackKnob.UDP_TIMEOUT_STREAM))
                : Refresh.accept(input, connection, input.settings().value(ConntrackKnob.UDP_TIMEOUT));
    }

    /** A clash is never assured, so that it goes soon. */
    static Connection assured(Connection connection) {
        return connection.has(CtStatus.NAT_CLASH) ? connection : connection.with(CtStatus.ASSURED);
    }

    private static Connection started(TrackInput input) {
        Connection connection = input.connection();
        return connection.isConfirmed()
                ? connection
                : connection.withTracking(new UdpTracking(input.now() + UNTIL_STREAM));
    }

    private static Optional<String> error(TrackInput input) {
        Packet packet = input.packet();
        if (!packet.hasTransport(HEADER)) {
            return Optional.of("short packet: " + packet.transportLength() + " bytes of UDP");
        }
        int length = packet.u16(packet.headerLength() + 4);
        if (length < HEADER || length > packet.transportLength()) {
            return Optional.of("truncated or malformed packet: UDP length " + length + " in " + packet.transportLength()
                    + " bytes");
        }
        boolean unsummed = packet.u16(packet.headerLength() + 6) == 0;
        return !unsummed && input.hasBadChecksum() ? Optional.of("bad UDP checksum") : Optional.empty();
    }
}
