package nfstep.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentsTest {
    private static final IpAddress A = Ipv4Address.of("10.0.0.1");
    private static final IpAddress B = Ipv4Address.of("10.0.0.2");

    private static Packet datagram(int payload) {
        byte[] bytes = new byte[payload];
        new Random(payload).nextBytes(bytes);
        return Packets.udp(A, 1, B, 2).payload(bytes).id(7).build();
    }

    @ParameterizedTest(name = "{0} bytes at an MTU of {1} are {2}")
    @CsvSource({
        "1472, 1500, '1500'",
        "1473, 1500, '1500 21'",
        "2000, 1000, '996 996 76'",
        "2000, 700, '700 700 668'",
        "100, 68, '68 68 32'"
    })
    void pieces_end_at_multiples_of_eight(int payload, int mtu, String lengths) {
        List<Packet> pieces = Fragments.cut(datagram(payload), mtu, false);
        assertThat(pieces.stream().map(p -> "" + p.length()).toList()).containsExactly(lengths.split(" ", -1));
        assertThat(pieces.stream().allMatch(Packet::headerChecksumOk)).isTrue();
        assertThat(pieces.get(pieces.size() - 1).moreFragments()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void pieces_of_pieces_put_together_are_the_packet(long seed) {
        Random random = new Random(seed);
        Packet whole = datagram(random.nextInt(4000) + 100);
        List<Packet> pieces = Fragments.cut(whole, 600 + random.nextInt(900), false).stream()
                .flatMap(p -> Fragments.cut(p, 100 + random.nextInt(400), false).stream())
                .toList();
        assertThat(Fragments.join(pieces, false)).isEqualTo(whole);
    }

    @Test
    void later_pieces_have_only_options_that_are_to_be_copied() {
        Bytes options = Bytes.ofHex("0707040000000000" + "8307040a000003" + "00");
        Packet whole = Packets.udp(A, 1, B, 2)
                .payload(new byte[200])
                .ipOptions(options)
                .build();
        List<Packet> pieces = Fragments.cut(whole, 136, false);
        assertThat(pieces.get(0).ipOptions()).isEqualTo(options);
        assertThat(pieces.get(1).ipOptions().hex()).isEqualTo("01010101010101" + "00" + "8307040a000003" + "00");
    }

    @Test
    void a_part_begins_at_a_multiple_of_eight() {
        assertThatThrownBy(() -> Fragments.part(datagram(100), 4, 12)).hasMessage("bytes 4 to 12 of 108");
    }
}
