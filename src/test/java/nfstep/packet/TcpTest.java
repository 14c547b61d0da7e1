package nfstep.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TcpTest {
    private static final IpAddress A = IpAddress.of("2001:db8::1");
    private static final IpAddress B = IpAddress.of("2001:db8::2");

    @ParameterizedTest(name = "{0} is {1}, {2}")
    @CsvSource({
        "S, 'SYN', [S]",
        "SA, 'SYN,ACK', [S.]",
        "S., 'SYN,ACK', [S.]",
        "PA, 'PSH,ACK', [P.]",
        "FA, 'FIN,ACK', [F.]",
        "R, 'RST', [R]",
        "'syn,ack', 'SYN,ACK', [S.]",
        "rst, 'RST', [R]",
        "none, 'NONE', [none]",
        "FSRPAUEW, 'FIN,SYN,RST,PSH,ACK,URG,ECE,CWR', [FSRP.UEW]"
    })
    void flags_are_read_and_printed(String text, String names, String letters) {
        TcpFlags flags = TcpFlags.of(text);
        assertThat(flags).hasToString(names);
        assertThat(flags.letters()).isEqualTo(letters);
        assertThat(TcpFlags.of(names)).isEqualTo(flags);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", "X", "SYN,XXX", "S A", ","})
    void what_is_no_flag_is_none(String text) {
        assertThat(TcpFlags.parse(text)).isEmpty();
    }

    @Test
    void options_of_a_linux_syn_are_read() {
        TcpOptions options = new TcpOptions(Bytes.ofHex("020405b40402080a3e34433d000000000103030a"));
        assertThat(options.mss()).hasValue(1460);
        assertThat(options.windowScale()).hasValue(10);
        assertThat(options.sackPermitted()).isTrue();
        assertThat(options.timestamps()).contains(new TcpOptions.Timestamps(0x3e34433dL, 0));
        assertThat(options).hasToString("mss 1460,sackOK,TS val 1043612477 ecr 0,nop,wscale 10");
    }

    @Test
    void options_are_written_as_they_are_read() {
        List<TcpOptions.SackBlock> blocks = List.of(new TcpOptions.SackBlock(5, 4_000_000_000L));
        TcpOptions options = TcpOptions.NONE
                .withMss(1460)
                .withSackPermitted()
                .withTimestamps(7, 8)
                .withNop()
                .withWindowScale(10);
        assertThat(options.raw().hex()).isEqualTo("020405b40402080a00000007000000080103030a");
        assertThat(TcpOptions.NONE.withNop().withNop().withSack(blocks).sackBlocks())
                .isEqualTo(blocks);
        assertThat(TcpOptions.NONE.withSackPermitted().withEnd()).hasToString("sackOK,eol");
        assertThatThrownBy(() -> options.withSack(List.of(blocks.get(0), blocks.get(0), blocks.get(0))))
                .hasMessageContaining("46");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "02, bad opt",
        "0200, bad opt",
        "0205ffff, bad opt",
        "0103, 'nop,bad opt'",
        "0203ff00, 'unknown-2 0xff,eol'",
        "fe04aabb, unknown-254 0xaabb"
    })
    void damaged_options_are_said_to_be(String hex, String text) {
        TcpOptions options = new TcpOptions(Bytes.ofHex(hex));
        assertThat(options).hasToString(text);
        assertThat(options.mss()).isEmpty();
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "mss",
                "mss 65536",
                "wscale 256",
                "TS val 4294967296 ecr 0",
                "nop,",
                "sack 1 ",
                "unknown-256",
                "mss 1 "
            })
    void what_is_no_option_is_none(String text) {
        assertThat(TcpOptions.parse(text)).isEmpty();
    }

    @Test
    void random_options_never_throw_and_are_read_back() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(41)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) random.nextInt(12);
            }
            TcpOptions options = new TcpOptions(Bytes.of(bytes));
            boolean readable = !options.toString().contains("bad opt");
            assertThat(TcpOptions.parse(options.toString()).map(TcpOptions::toString))
                    .isEqualTo(Optional.of(options.toString()).filter(text -> readable));
            options.timestamps();
            options.sackBlocks();
            options.windowScale();
        }
    }

    @Test
    void a_header_has_all_its_fields() {
        Packet packet = Packets.tcp(A, 40000, B, 443)
                .flags("PA")
                .seq(4_294_967_295L)
                .ack(3)
                .window(500)
                .urgent(9)
                .options(TcpOptions.NONE.withMss(1440).withNop())
                .payload(new byte[5])
                .build();
        TcpHeader tcp = packet.tcp().orElseThrow();
        assertThat(tcp)
                .isEqualTo(new TcpHeader(
                        40000,
                        443,
                        -1,
                        3,
                        28,
                        TcpFlags.of("PA"),
                        500,
                        tcp.checksum(),
                        9,
                        new TcpOptions(Bytes.ofHex("020405a001000000")),
                        5));
        assertThat(packet.transportChecksumOk()).isTrue();
        assertThat(packet.payload()).hasSize(5);
        assertThat(packet)
                .hasToString("2001:db8::1.40000 > 2001:db8::2.443: Flags [P.], seq 4294967295:4, ack 3, win 500, "
                        + "options [mss 1440,nop,eol], length 5");
    }

    @Test
    void a_header_that_is_not_whole_is_none() {
        byte[] bytes = Packets.tcp(A, 1, B, 2).build().bytes();
        bytes[52] = (byte) 0xf0;
        assertThat(Packet.of(bytes).tcp()).isEmpty();
        bytes[52] = 0x40;
        assertThat(Packet.of(bytes).tcp()).isEmpty();
        assertThat(Packet.of(bytes).destinationPort()).isEqualTo(2);
    }
}
