package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SctpTrackerTest {
    private static final IpAddress CLIENT = IpAddress.of("10.1.0.2");
    private static final IpAddress SERVER = IpAddress.of("10.2.0.2");
    private static final String INIT = "01000014" + "00000011" + "0000000000000000" + "00000000";
    private static final String INIT_ACK = "02000014" + "00000022" + "0000000000000000" + "00000000";

    /** A packet of the client ({@code c}) or the server with a verification tag and chunks in hexadecimal. */
    private static Packet sctp(String side, int tag, String chunks) {
        String ports = side.equals("c") ? "00010009" : "00090001";
        byte[] transport = HexFormat.of().parseHex(ports + HexFormat.of().toHexDigits(tag) + "00000000" + chunks);
        return (side.equals("c")
                        ? Packets.raw(CLIENT, SERVER, Protocols.SCTP)
                        : Packets.raw(SERVER, CLIENT, Protocols.SCTP))
                .build()
                .withTransportBytes(transport);
    }

    @Test
    void an_association_opens_and_closes() {
        Packet init = sctp("c", 0, INIT);
        Flow flow = Flow.of(init);
        assertThat(flow.accepts(init)).isEqualTo("CLOSED, ends in 10 s");
        assertThat(flow.accepts(sctp("s", 0x11, INIT_ACK)))
                .isEqualTo("CLOSED > COOKIE_WAIT, first reply seen, ends in 3 s");
        assertThat(flow.accepts(sctp("c", 0x22, "0a000004"))).isEqualTo("COOKIE_WAIT > COOKIE_ECHOED");
        assertThat(flow.accepts(sctp("s", 0x11, "0b000004")))
                .isEqualTo("COOKIE_ECHOED > ESTABLISHED, assured, ends in 210 s");
        assertThat(flow.refuses(sctp("c", 0x99, "00000004"))).isEqualTo("verification tag 99 instead of 22");
        assertThat(flow.accepts(sctp("c", 0x22, "07000008" + "00000000")))
                .isEqualTo("ESTABLISHED > SHUTDOWN_SENT, ends in 3 s");
        assertThat(flow.accepts(sctp("s", 0x11, "08000004"))).isEqualTo("SHUTDOWN_SENT > SHUTDOWN_ACK_SENT");
        assertThat(flow.accepts(sctp("c", 0x22, "0e000004"))).isEqualTo("SHUTDOWN_ACK_SENT > CLOSED, ends in 10 s");
    }

    @ParameterizedTest(name = "tag {0}, chunks {1}: {2}")
    @CsvSource({
        "0, " + INIT + ", Accepted",
        "1, " + INIT + ", Invalid",
        "0, " + INIT + "00000004, Invalid",
        "0, 01000004, Invalid",
        "0, 00000004, Invalid",
        "0, 06000004, Invalid",
        "0, 0b000004, Invalid",
        "0, 0e000004, Invalid",
        "5, 0a000004, Invalid",
        "5, 04000004, Accepted",
        "5, 08000004, Accepted",
        "5, 00000000, Invalid",
        "5, '', Invalid"
    })
    void chunks_of_a_first_packet(int tag, String chunks, String outcome) {
        Packet packet = sctp("c", tag, chunks);
        assertThat(Flow.of(packet).send(packet).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void a_wrong_checksum_is_refused() {
        byte[] bytes = sctp("c", 0, INIT).bytes();
        bytes[30]++;
        Packet packet = Packet.of(bytes);
        assertThat(Flow.of(packet).refuses(packet)).isEqualTo("bad SCTP checksum");
        Flow.of(packet).with("checksum", 0).accepts(packet);
    }

    @Test
    void a_first_heartbeat_lasts_thirty_seconds() {
        Packet heartbeat = sctp("c", 5, "04000004");
        assertThat(Flow.of(heartbeat).accepts(heartbeat)).isEqualTo("HEARTBEAT_SENT, ends in 30 s");
    }

    @Test
    void a_repeated_init_does_not_renew_the_time() {
        Packet init = sctp("c", 0, INIT);
        Flow flow = Flow.of(init);
        flow.accepts(init);
        flow.after(4).accepts(init);
        assertThat(flow.left()).isEqualTo(6);
    }
}
