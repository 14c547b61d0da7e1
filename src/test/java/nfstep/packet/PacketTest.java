package nfstep.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTest {
    private static final IpAddress A = IpAddress.of("10.0.0.1");
    private static final IpAddress B = IpAddress.of("10.0.0.2");

    /** An IPv4 header of TCP, 172.16.10.99 to 172.16.10.12, checksum 0xb1e6. */
    private static final String HEADER = "4500003c1c4640004006b1e6ac100a63ac100a0c";

    @Test
    void a_header_checksum_is_right_or_wrong() {
        byte[] header = Arrays.copyOf(Bytes.ofHex(HEADER).toArray(), 60);
        assertThat(Packet.of(header).headerChecksumOk()).isTrue();
        header[8]--;
        assertThat(Packet.of(header).headerChecksumOk()).isFalse();
    }

    @Test
    void a_segment_says_what_tcpdump_says() {
        Packet syn = Packets.tcp(A, 1234, B, 80)
                .seq(1000)
                .options(TcpOptions.NONE.withMss(1460))
                .build();
        assertThat(syn)
                .hasToString(
                        "10.0.0.1.1234 > 10.0.0.2.80: Flags [S], seq 1000, win 64240, options [mss 1460], length 0");
    }

    @ParameterizedTest(name = "[{0}]: {1}")
    @CsvSource({
        "'', no IP version",
        "4500001400000000400600000a0000010a0000, IPv4 header of 20 bytes in 19",
        "4400001400000000400600000a0000010a000002, IPv4 header of 16",
        "4500001300000000400600000a0000010a000002, total length 19",
        "4500001500000000400600000a0000010a000002, packet of 21 bytes in 20",
        "6000000000000640, IPv6 header in 8 bytes"
    })
    void bytes_that_a_stack_drops_are_refused(String hex, String why) {
        byte[] bytes = Bytes.ofHex(hex).toArray();
        assertThat(Packet.parse(bytes)).isEmpty();
        assertThatThrownBy(() -> Packet.of(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void random_bytes_never_throw(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(100)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = (byte) (random.nextBoolean() ? 0x45 : 0x60);
            }
            Packet.parseTruncated(bytes).ifPresent(PacketTest::readAll);
        }
    }

    private static void readAll(Packet packet) {
        assertThat(packet.toString()).isNotEmpty();
        assertThat(packet.payload().length).isLessThanOrEqualTo(packet.length());
        assertThat(packet.withSource(packet.destination()).length()).isEqualTo(packet.length());
        packet.transportChecksumOk();
    }
}
