package nfstep.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolsTest {
    @ParameterizedTest(name = "{0} is {1}, printed {2}")
    @CsvSource({
        "tcp, 6, tcp",
        "UDP, 17, udp",
        "icmp, 1, icmp",
        "icmpv6, 58, ipv6-icmp",
        "ipv6-icmp, 58, ipv6-icmp",
        "all, 0, all",
        "gre, 47, gre",
        "esp, 50, esp",
        "ah, 51, ah",
        "sctp, 132, sctp",
        "udplite, 136, udplite",
        "mh, 135, mobility-header",
        "igmp, 2, igmp",
        "253, 253, 253",
        "6, 6, tcp"
    })
    void names_and_numbers(String text, int number, String name) {
        assertThat(Protocols.number(text)).hasValue(number);
        assertThat(Protocols.name(number)).isEqualTo(name);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", "256", "-1", "tpc", "1000"})
    void what_is_no_protocol_is_none(String text) {
        assertThat(Protocols.number(text)).isEmpty();
    }

    @Test
    void services_have_ports_by_protocol() {
        assertThat(Services.port("domain", "udp")).hasValue(53);
        assertThat(Services.port("www", "tcp")).hasValue(80);
        assertThat(Services.name(80, "tcp")).contains("http");
        assertThat(Services.port("ntp", "tcp")).isEmpty();
        assertThat(Services.port("nonsense", "tcp")).isEmpty();
    }

    @Test
    void sctp_has_a_crc_that_follows_the_ports() {
        byte[] init =
                Bytes.ofHex("00070008" + "00000000" + "00000000" + "01000004").toArray();
        Packet packet = Packets.raw(IpAddress.of("10.0.0.1"), IpAddress.of("10.0.0.2"), Protocols.SCTP)
                .payload(init)
                .build();
        assertThat(packet.transportChecksumOk()).isTrue();
        assertThat(packet.withSourcePort(99).transportChecksumOk()).isTrue();
        assertThat(packet.withSourcePort(99).slice(28, 32)).isNotEqualTo(packet.slice(28, 32));
    }

    @Test
    void padding_behind_a_datagram_is_not_summed() {
        byte[] datagram =
                Bytes.ofHex("0007" + "0008" + "000a" + "0000" + "abcd" + "ffff").toArray();
        Packet packet = Packets.raw(IpAddress.of("10.0.0.1"), IpAddress.of("10.0.0.2"), Protocols.UDP)
                .payload(datagram)
                .build();
        Packet exact = Packets.udp(packet.source(), 7, packet.destination(), 8)
                .payload(new byte[] {(byte) 0xab, (byte) 0xcd})
                .build();
        assertThat(packet.udp().orElseThrow().checksum())
                .isEqualTo(exact.udp().orElseThrow().checksum());
    }
}
