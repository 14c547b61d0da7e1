package nfstep.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcmpTest {
    @ParameterizedTest(name = "{0} type {1} is {2}, {3}")
    @CsvSource({
        "IPV4, 8, echo-request, query",
        "IPV4, 0, echo-reply, query",
        "IPV4, 3, destination-unreachable, error",
        "IPV4, 5, redirect, error",
        "IPV4, 11, time-exceeded, error",
        "IPV4, 9, router-advertisement, none",
        "IPV4, 99, 99, none",
        "IPV6, 128, echo-request, query",
        "IPV6, 129, echo-reply, query",
        "IPV6, 1, destination-unreachable, error",
        "IPV6, 2, packet-too-big, error",
        "IPV6, 137, redirect, none",
        "IPV6, 135, neighbour-solicitation, none"
    })
    void types_are_told_apart(IpFamily family, int type, String name, String kind) {
        assertThat(IcmpHeader.typeName(family, type)).isEqualTo(name);
        assertThat(IcmpHeader.isError(family, type)).isEqualTo(kind.equals("error"));
        assertThat(IcmpHeader.isQuery(family, type)).isEqualTo(kind.equals("query"));
    }

    @ParameterizedTest(name = "{0} > {1}, errors of {2} bytes")
    @CsvSource({"10.0.0.1, 10.0.0.2, 576", "2001:db8::1, 2001:db8::2, 1280"})
    void an_error_quotes_what_fits(String from, String to, int longest) {
        IpAddress a = IpAddress.of(from);
        IpAddress b = IpAddress.of(to);
        Packet cause = Packets.udp(a, 1000, b, 53).payload(new byte[2000]).build();
        Packet error = Packets.icmp(b, a, a.family() == IpFamily.IPV4 ? 3 : 1, 3)
                .quoting(cause)
                .build();
        Packet quoted = error.quoted().orElseThrow();
        assertThat(error.length()).isEqualTo(longest);
        assertThat(error.transportChecksumOk()).isTrue();
        assertThat(quoted.declaredLength()).isEqualTo(cause.length());
        assertThat(quoted.udp()).isEqualTo(cause.udp());
        assertThat(Packet.parse(quoted.bytes())).isEmpty();
    }

    @ParameterizedTest(name = "{0} > {1}")
    @CsvSource({"10.0.0.1, 10.0.0.2", "2001:db8::1, 2001:db8::2"})
    void a_quotation_is_translated_like_its_packet(String from, String to) {
        IpAddress a = IpAddress.of(from);
        IpAddress b = IpAddress.of(to);
        Packet cause = Packets.udp(a, 1000, b, 53).payload(new byte[9]).build();
        Packet error = Packets.icmp(b, a, a.family() == IpFamily.IPV4 ? 3 : 1, 4)
                .quoting(cause)
                .build();
        Packet translated =
                error.withQuoted(error.quoted().orElseThrow().withSource(b).withSourcePort(7));
        Packet expected = Packets.icmp(b, a, a.family() == IpFamily.IPV4 ? 3 : 1, 4)
                .quoting(cause.withSource(b).withSourcePort(7))
                .build();
        assertThat(translated).isEqualTo(expected);
    }

    @Test
    void the_checksum_of_a_tcp_header_that_is_cut_off_is_left_alone() {
        Packet cause = Packets.tcp(IpAddress.of("10.0.0.1"), 1, IpAddress.of("10.0.0.2"), 2)
                .build();
        Packet error = Packets.icmp(cause.destination(), cause.source(), 11, 0)
                .quoting(cause, 20 + 8 + 39)
                .build();
        Packet quoted = error.quoted().orElseThrow();
        Packet changed = quoted.withSourcePort(9);
        assertThat(quoted.length()).isEqualTo(39);
        assertThat(changed.sourcePort()).isEqualTo(9);
        assertThat(changed.slice(36, 38)).isEqualTo(quoted.slice(36, 38));
        assertThat(changed.headerChecksumOk()).isTrue();
    }

    @Test
    void queries_have_an_id_that_can_be_changed() {
        Packet echo = Packets.icmpEcho(IpAddress.of("::1"), IpAddress.of("::2"), 77, 3)
                .payload(new byte[56])
                .build();
        assertThat(echo).hasToString("::1 > ::2: ICMP6, echo request, id 77, seq 3, length 64");
        assertThat(echo.withIcmpId(0xffff).transportChecksumOk()).isTrue();
        assertThat(echo.withIcmpId(5).icmp().orElseThrow().id()).isEqualTo(5);
        Packet udp = Packets.udp(IpAddress.of("::1"), 1, IpAddress.of("::2"), 2).build();
        assertThatThrownBy(() -> udp.withIcmpId(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> echo.withSourcePort(1)).isInstanceOf(IllegalStateException.class);
    }
}
