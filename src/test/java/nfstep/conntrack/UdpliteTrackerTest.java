package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import nfstep.packet.Checksum;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UdpliteTrackerTest {
    private static final IpAddress CLIENT = IpAddress.of("10.1.0.2");
    private static final IpAddress SERVER = IpAddress.of("10.2.0.2");

    /** Twelve bytes with a checksum over the covered ones and a pseudo header with that protocol number. */
    private static Packet lite(IpAddress from, IpAddress to, int coverage, int protocol) {
        int covered = coverage == 0 ? 12 : Math.min(coverage, 12);
        ByteBuffer summed = ByteBuffer.allocate(14 + 12);
        summed.put(from.bytes()).put(to.bytes()).putInt(12).putShort((short) protocol);
        summed.putShort((short) 7)
                .putShort((short) 53)
                .putShort((short) coverage)
                .putShort((short) 0)
                .putInt(0x78787878);
        int checksum = Checksum.of(summed.array(), 0, 14 + covered);
        summed.putShort(20, (short) checksum);
        byte[] packet = Packets.raw(from, to, Protocols.UDPLITE)
                .payload(new byte[12])
                .build()
                .bytes();
        System.arraycopy(summed.array(), 14, packet, 20, 12);
        return Packet.of(packet);
    }

    @ParameterizedTest(name = "coverage {0}, made with protocol {1}: {2}")
    @CsvSource({
        "12, 17, Accepted", "0, 17, Accepted", "8, 17, Accepted",
        "12, 136, Invalid", "0, 136, Invalid", "8, 136, Invalid",
        "7, 17, Invalid", "13, 17, Invalid"
    })
    void checksums_are_those_of_the_kernel(int coverage, int protocol, String outcome) {
        Packet packet = lite(CLIENT, SERVER, coverage, protocol);
        assertThat(Flow.of(packet).send(packet).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void there_must_be_a_checksum() {
        byte[] bytes = lite(CLIENT, SERVER, 12, 17).bytes();
        bytes[26] = 0;
        bytes[27] = 0;
        Packet packet = Packet.of(bytes);
        assertThat(Flow.of(packet).refuses(packet)).isEqualTo("UDP-Lite without a checksum");
    }

    @Test
    void a_second_packet_after_a_reply_makes_a_stream_at_once() {
        Packet request = lite(CLIENT, SERVER, 12, 17);
        Flow flow = Flow.of(request).with("checksum", 0);
        flow.accepts(request);
        byte[] reply = lite(SERVER, CLIENT, 12, 17).bytes();
        reply[21] = 53;
        reply[23] = 7;
        assertThat(flow.accepts(Packet.of(reply))).isEqualTo("first reply seen");
        assertThat(flow.accepts(request)).isEqualTo("assured, ends in 120 s");
    }
}
