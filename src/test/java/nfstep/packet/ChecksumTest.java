package nfstep.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTest {
    /** Packets whose checksums another program computed: the first {@code covered} bytes of the upper layer count. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "tcp, 37, 45000039f02040004006369a0a0100020a0100019c411f90df06714f0000004e8018003f90b100000101080a3e34433e0000000168656c6c6f",
        "udp, 37, 4500003900070000401166a90a0100020a0100019c40003500256d88123401000001000000000000076578616d706c6503636f6d0000010001",
        "icmp, 20, 4500002800074000400126ca0a0100020a01000108007f5a123400056162636465666768696a6b6c",
        "sctp, 32, 45000034000700004084663b0a0100020a01000100010002000000002300d4df0100001400000001000000010001000100000001",
        "udp-lite, 8, 4500002700070000408866440a0100020a010001000500060008eb4c6e6f7420636f7665726564",
        "tcp over IPv6, 24, 6b8abcde0018060320010db800000000000000000000000220010db80000000000000000000000019c411f9000000009000000006002faf085fa0000020405a0",
        "udp over IPv6, 11, 60000000000b114020010db800000000000000000000000220010db800000000000000000000000114b40400000bc74c616263",
        "icmp over IPv6, 16, 6000000000103a4020010db800000000000000000000000220010db800000000000000000000000180003025123400057878787878787878"
    })
    void a_checksum_covers_exactly_its_bytes(String name, int covered, String hex) {
        Packet packet = Packet.of(Bytes.ofHex(hex).toArray());
        assertThat(packet.headerChecksumOk()).isTrue();
        assertThat(packet.transportChecksumOk()).isTrue();
        assertThat(packet.withTransportBytes(packet.transportBytes().toArray())).isEqualTo(packet);
        for (int i = 0; i < packet.transportLength(); i++) {
            byte[] damaged = packet.bytes();
            damaged[packet.headerLength() + i] ^= 1;
            boolean lengthField = packet.protocol() == Protocols.UDPLITE && (i == 4 || i == 5);
            if (!lengthField) {
                assertThat(Packet.of(damaged).transportChecksumOk())
                        .as("byte %d", i)
                        .isEqualTo(i >= covered);
            }
        }
    }

    @Test
    void a_change_of_a_word_changes_the_checksum_as_if_all_was_summed() {
        byte[] bytes = Bytes.ofHex("00010203fffefdfc1234").toArray();
        int before = Checksum.of(bytes, 0, bytes.length);
        Wire.put16(bytes, 4, 0xabcd);
        assertThat(Checksum.update(before, 0xfffe, 0xabcd)).isEqualTo(Checksum.of(bytes, 0, bytes.length));
    }

    @Test
    void the_sum_of_the_rfc_is_the_sum_of_its_words() {
        byte[] bytes = Bytes.ofHex("0001f203f4f5f6f7").toArray();
        assertThat(Checksum.of(bytes, 0, bytes.length)).isEqualTo(~0xddf2 & 0xffff);
    }
}
