package nfstep.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ipv6LayoutTest {
    private static final IpAddress A = IpAddress.of("2001:db8::1");
    private static final IpAddress B = IpAddress.of("2001:db8::2");
    private static final String UDP = "0001000200080000";

    @ParameterizedTest(name = "next header {0}, then {1}: {2} at {3}")
    @CsvSource({
        "17, '', 17, 40",
        "0, 1100000000000000, 17, 48",
        "60, 1101000000000000 0000000000000000, 17, 56",
        "43, 1100000000000000, 17, 48",
        "51, 1101000000000000 00000000, 17, 52",
        "0, 3c00000000000000 1100000000000000, 17, 56",
        "44, 1100000000000007, 17, 48",
        "59, '', 59, 40"
    })
    void extension_headers_are_walked(int next, String extensions, int protocol, int offset) {
        Packet packet = packet(next, extensions.replace(" ", "") + UDP);
        assertThat(packet.protocol()).isEqualTo(protocol);
        assertThat(packet.headerLength()).isEqualTo(offset);
        assertThat(packet.destinationPort()).isEqualTo(protocol == Protocols.UDP ? 2 : -1);
    }

    @Test
    void the_walk_ends_where_a_fragment_does_not_have_the_header() {
        Packet later = packet(44, "3c00" + "0010" + "00000007" + UDP);
        assertThat(later.protocol()).isEqualTo(60);
        assertThat(later.fragmentOffset()).isEqualTo(2);
        assertThat(later.moreFragments()).isFalse();
        assertThat(later.isFragment()).isTrue();
        Packet first = packet(44, "1100" + "0001" + "00000007" + UDP);
        assertThat(first.moreFragments()).isTrue();
        assertThat(first.sourcePort()).isEqualTo(1);
    }

    @Test
    void an_extension_header_that_is_cut_off_is_the_upper_layer() {
        Packet packet = packet(0, "11ff000000000000");
        assertThat(packet.protocol()).isZero();
        assertThat(packet.headerLength()).isEqualTo(40);
    }

    private static Packet packet(int next, String hex) {
        byte[] tail = Bytes.ofHex(hex).toArray();
        byte[] bytes =
                Packets.raw(A, B, Protocols.NO_NEXT).payload(tail).build().bytes();
        bytes[6] = (byte) next;
        return Packet.of(bytes);
    }
}
