package nfstep.conntrack;

import java.util.Optional;
import nfstep.packet.Packet;

/** UDP-Lite: {@code net/netfilter/nf_conntrack_proto_udp.c}, {@code nf_conntrack_udplite_packet}. */
final class UdpliteTracker implements Tracker {
    private static final int HEADER = 8;

    @Override
    public TrackOutcome track(TrackInput input) {
        Optional<String> error = error(input);
        if (error.isPresent()) {
            return new TrackOutcome.Invalid(error.get());
        }
        Connection connection = input.connection();
        return connection.has(CtStatus.SEEN_REPLY)
                ? Refresh.accept(
                        input, UdpTracker.assured(connection), input.settings().value(ConntrackKnob.UDP_TIMEOUT_STREAM))
                : Refresh.accept(input, ConntrackKnob.UDP_TIMEOUT);
    }

    private static Optional<String> error(TrackInput input) {
        Packet packet = input.packet();
        if (!packet.hasTransport(HEADER)) {
            return Optional.of("short packet: " + packet.transportLength() + " bytes of UDP-Lite");
        }
        int coverage = packet.u16(packet.headerLength() + 4);
        if (coverage != 0 && (coverage < HEADER || coverage > packet.transportLength())) {
            return Optional.of("invalid checksum coverage " + coverage + " in " + packet.transportLength() + " bytes");
        }
        if (packet.u16(packet.headerLength() + 6) == 0) {
            return Optional.of("UDP-Lite without a checksum");
        }
        return input.hasBadChecksum()
                ? Optional.of("bad UDP-Lite checksum; Linux takes only one that was made with UDP's protocol number")
                : Optional.empty();
    }
}
