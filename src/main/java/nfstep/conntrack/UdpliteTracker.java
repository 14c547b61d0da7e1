package nfstep.conntrack;

import java.nio.ByteBuffer;
import java.util.Optional;
import nfstep.packet.Checksum;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;

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
        boolean looksAtChecksum = input.checkChecksum() && input.settings().checksum();
        return looksAtChecksum && !isSummed(packet, coverage == 0 ? packet.transportLength() : coverage)
                ? Optional.of("bad UDP-Lite checksum; Linux takes only one that was made with UDP's protocol number")
                : Optional.empty();
    }

    /** Linux 6.18 puts 17 into the pseudo header, where RFC 3828 says 136, and so refuses what others send. */
    private static boolean isSummed(Packet packet, int coverage) {
        byte[] source = packet.source().bytes();
        byte[] destination = packet.destination().bytes();
        ByteBuffer summed = ByteBuffer.allocate(2 * source.length + 6 + coverage)
                .put(source)
                .put(destination)
                .putInt(packet.transportLength())
                .putShort((short) Protocols.UDP)
                .put(packet.bytes(), packet.headerLength(), coverage);
        return Checksum.of(summed.array(), 0, summed.capacity()) == 0;
    }
}
