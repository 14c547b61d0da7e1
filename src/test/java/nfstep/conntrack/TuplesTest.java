package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TuplesTest {
    private static final IpAddress A = IpAddress.of("10.1.0.2");
    private static final IpAddress B = IpAddress.of("10.2.0.2");

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {Protocols.TCP, Protocols.UDP, Protocols.UDPLITE, Protocols.SCTP})
    void four_bytes_are_enough_for_ports(int protocol) {
        byte[] ports = {0x12, 0x34, 0x56, 0x78};
        assertThat(Tuples.of(raw(protocol, ports))).contains(new Tuple(A, B, protocol, 0x1234, 0x5678));
        assertThat(Tuples.of(raw(protocol, new byte[3]))).isEmpty();
    }

    @Test
    void icmp_has_id_type_and_code() {
        Tuple tuple = Tuples.of(Packets.icmp(A, B, 8, 3).query(77, 1).build()).orElseThrow();
        assertThat(tuple).isEqualTo(new Tuple(A, B, Protocols.ICMP, 77, 8 << 8 | 3));
        assertThat(Tuples.inverse(tuple)).contains(new Tuple(B, A, Protocols.ICMP, 77, 3));
        assertThat(Tuples.of(raw(Protocols.ICMP, new byte[7]))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "3081880b00040539, 1337",
        "2000880000040539, 0",
        "3081, 0",
        "3081880b000405, 0",
    })
    void only_version_one_of_gre_has_a_key(String hex, int key) {
        byte[] bytes = new java.math.BigInteger("1" + hex, 16).toByteArray();
        byte[] payload = java.util.Arrays.copyOfRange(bytes, 1, bytes.length);
        assertThat(Tuples.of(raw(Protocols.GRE, payload))).contains(new Tuple(A, B, Protocols.GRE, 0, key));
    }

    @Test
    void version_one_of_gre_carries_ppp_or_nothing_that_is_tracked() {
        assertThat(Tuples.of(raw(Protocols.GRE, new byte[] {0x30, 1, 8, 0, 0, 4, 5, 0x39})))
                .isEmpty();
    }

    @ParameterizedTest(name = "protocol {0}")
    @ValueSource(ints = {0, 2, 4, 33, 50, 51, 99, 255})
    void other_protocols_have_addresses_alone(int protocol) {
        Tuple tuple = Tuples.of(raw(protocol, new byte[0])).orElseThrow();
        assertThat(tuple).isEqualTo(new Tuple(A, B, protocol, 0, 0));
        assertThat(Tuples.inverse(tuple)).contains(new Tuple(B, A, protocol, 0, 0));
    }

    @Test
    void a_fragment_other_than_the_first_has_none() {
        byte[] bytes = Packets.udp(A, 1, B, 2).build().bytes();
        bytes[7] = 1;
        assertThat(Tuples.of(Packet.of(bytes))).isEmpty();
    }

    @ParameterizedTest(name = "ICMP {0} and {1}")
    @CsvSource({"8, 0", "0, 8", "13, 14", "14, 13", "15, 16", "16, 15", "17, 18", "18, 17"})
    void icmp_types_have_answers(int type, int answer) {
        assertThat(Tuples.inverse(new Tuple(A, B, Protocols.ICMP, 5, type << 8)))
                .contains(new Tuple(B, A, Protocols.ICMP, 5, answer << 8));
    }

    @ParameterizedTest(name = "ICMP {0}")
    @ValueSource(ints = {3, 4, 5, 9, 10, 11, 12, 19, 255})
    void other_icmp_types_have_none(int type) {
        assertThat(Tuples.inverse(new Tuple(A, B, Protocols.ICMP, 5, type << 8)))
                .isEmpty();
    }

    @ParameterizedTest(name = "ICMPv6 {0}: {1}")
    @CsvSource({"128, 129", "129, 128", "139, 140", "140, 139", "127, -1", "130, -1", "135, -1", "0, -1"})
    void icmpv6_types(int type, int answer) {
        Tuple tuple = new Tuple(A, B, Protocols.ICMPV6, 5, type << 8);
        assertThat(Tuples.inverse(tuple).map(Tuple::icmpType).orElse(-1)).isEqualTo(answer);
    }

    @Test
    void an_ipv6_packet_without_an_upper_layer_has_none() {
        IpAddress a = IpAddress.of("fd00::1");
        IpAddress b = IpAddress.of("fd00::2");
        assertThat(Tuples.of(Packets.raw(a, b, Protocols.NO_NEXT).build())).isEmpty();
        assertThat(Tuples.of(Packets.raw(a, b, 99).build())).contains(new Tuple(a, b, 99, 0, 0));
    }

    private static Packet raw(int protocol, byte[] payload) {
        return Packets.raw(A, B, protocol).payload(payload).build();
    }
}
