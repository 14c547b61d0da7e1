package nfstep.rules.xt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.packet.TcpFlags;
import nfstep.packet.TcpOptions;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpUdpMatchTest {
    private static final IpAddress CLIENT = IpAddress.of("10.1.0.2");
    private static final IpAddress SERVER = IpAddress.of("10.2.0.2");

    @ParameterizedTest(name = "{0} > {1} [{2}]: -m tcp {3} holds: {4}")
    @CsvSource({
        "4000, 80, S, '', true",
        "4000, 80, S, --dport 80, true",
        "4000, 80, S, --dport http, true",
        "4000, 80, S, --dport 0x50, true",
        "4000, 80, S, --dport 79, false",
        "4000, 80, S, ! --dport 80, false",
        "4000, 80, S, --dport 70:80 --sport 4000:, true",
        "4000, 80, S, --sport :3999, false",
        "4000, 80, S, ! --dport 0:65535, false",
        "4000, 80, S, --syn, true",
        "4000, 80, SA, --syn, false",
        "4000, 80, SA, ! --syn, true",
        "4000, 80, SU, --syn, true",
        "4000, 80, SA, '--tcp-flags SYN,ACK SYN,ACK', true",
        "4000, 80, A, '--tcp-flags SYN,ACK SYN,ACK', false",
        "4000, 80, A, '--tcp-flags ALL ACK', true",
        "4000, 80, PA, '--tcp-flags ALL ACK', false",
        "4000, 80, A, '--tcp-flags SYN ACK', false",
        "4000, 80, none, '--tcp-flags ALL NONE', true",
        "4000, 80, S, --tcp-option 2, true",
        "4000, 80, S, --tcp-option 3, false",
        "4000, 80, S, ! --tcp-option 3, true",
        "4000, 80, S, --tcp-option 8, true",
    })
    void a_tcp_header_is_compared(int from, int to, String flags, String options, boolean holds) {
        TcpOptions some = TcpOptions.NONE.withMss(1460).withNop().withTimestamps(1, 0);
        Packet packet = Packets.tcp(CLIENT, from, SERVER, to)
                .flags(TcpFlags.of(flags))
                .options(some)
                .build();
        Match match = Written.FORWARD.match("-p tcp -m tcp " + options);
        assertThat(match.matches(Met.packet(packet))).isEqualTo(holds);
        assertThat(match.hotDrop(Met.packet(packet))).isFalse();
    }

    @ParameterizedTest(name = "udp 5000 > 53: -m udp {0} holds: {1}")
    @CsvSource({
        "'', true",
        "--dport 53, true",
        "--dport domain, true",
        "--dport ssh, false",
        "! --dport 53, false",
        "--sport 1:5000 --dport 53:, true",
        "--dport 65589, true",
    })
    void a_udp_header_is_compared(String options, boolean holds) {
        Packet packet = Packets.udp(CLIENT, 5000, SERVER, 53).build();
        Match match = Written.FORWARD.match("-p udp -m udp " + options);
        assertThat(match.matches(Met.packet(packet))).isEqualTo(holds);
    }

    @ParameterizedTest(name = "-p {0} -m {0} {1} is saved as \"{2}\", listed as \"{3}\" and with -n as \"{4}\"")
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp | --dport 80 | --dport 80 | tcp dpt:http | tcp dpt:80",
                "tcp | ! --destination-port 80 --source-port 1024: | --sport 1024:65535 ! --dport 80"
                        + " | tcp spts:1024:65535 dpt:!http | tcp spts:1024:65535 dpt:!80",
                "tcp | --syn | --tcp-flags FIN,SYN,RST,ACK SYN"
                        + " | tcp flags:FIN,SYN,RST,ACK/SYN | tcp flags:0x17/0x02",
                "tcp | ! --syn | ! --tcp-flags FIN,SYN,RST,ACK SYN"
                        + " | tcp flags:!FIN,SYN,RST,ACK/SYN | tcp flags:!0x17/0x02",
                "tcp | --tcp-flags ALL NONE | --tcp-flags FIN,SYN,RST,PSH,ACK,URG NONE"
                        + " | tcp flags:FIN,SYN,RST,PSH,ACK,URG/NONE | tcp flags:0x3F/0x00",
                "tcp | --tcp-flags NONE NONE | '' | tcp | tcp",
                "tcp | ! --tcp-option 5 --dport 1 | --dport 1 ! --tcp-option 5"
                        + " | tcp dpt:tcpmux option=!5 | tcp dpt:1 option=!5",
                "tcp | ! --dport 0:65535 | ! --dport 0:65535 | tcp dpts:!0:65535 | tcp dpts:!0:65535",
                "udp | --dport 53 ! --sport 1:5 | ! --sport 1:5 --dport 53"
                        + " | udp spts:!1:5 dpt:domain | udp spts:!1:5 dpt:53",
                "udp | --dport 70000 | --dport 4464 | udp dpt:4464 | udp dpt:4464",
                "udp | --dport : | '' | udp | udp",
            })
    void the_saved_text_is_the_one_of_iptables_save(
            String protocol, String options, String saved, String listed, String numeric) {
        Match match = Written.FORWARD.match("-p " + protocol + " -m " + protocol + " " + options);
        assertThat(match.options()).isEqualTo(saved);
        assertThat(match.listing(false)).isEqualTo(listed);
        assertThat(match.listing(true)).isEqualTo(numeric);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-m tcp --dport 80 | tcp: works for one protocol only: write -p tcp before it",
                "-p udp -m tcp --dport 80 | tcp: works for one protocol only: write -p tcp before it",
                "! -p tcp -m tcp --dport 80 | tcp: works for one protocol only: write -p tcp before it",
                "-p tcp -m tcp --dport 65536 | tcp: --dport takes a port from 0 to 65535, the name of a service,"
                        + " or two of them with a colon between, not \"65536\"",
                "-p tcp -m tcp --sport 20:10" + " | tcp: --sport goes down from 20 to 10: write the lower port first",
                "-p tcp -m tcp --sport 1 --source-port 2 | tcp: option \"--source-port\" can only be used once",
                "-p tcp -m tcp --syn --tcp-flags SYN SYN"
                        + " | tcp: option \"--syn\" cannot be used together with \"--tcp-flags\"",
                "-p tcp -m tcp --tcp-flags SYN,FOO SYN"
                        + " | tcp: --tcp-flags knows FIN, SYN, RST, PSH, ACK, URG, ALL and NONE, not \"FOO\"",
                "-p tcp -m tcp --tcp-option 0 | tcp: --tcp-option takes a number from 1 to 255, not \"0\"",
                "-p udp -m udp --dport 0x35 | udp: --dport takes a port from 0 to 65535, the name of a service,"
                        + " or two of them with a colon between, not \"0x35\"",
            })
    void what_iptables_refuses_is_refused(String rule, String reason) {
        assertThat(Written.FORWARD.readMatch(rule).refusal()).contains(reason);
    }

    @Test
    void a_fragment_never_has_a_header_and_one_at_offset_eight_is_dropped_at_once() {
        Match match = Written.FORWARD.match("-p tcp -m tcp ! --dport 80");
        assertThat(match.matches(fragment(2))).isFalse();
        assertThat(match.hotDrop(fragment(2))).isFalse();
        assertThat(match.hotDrop(fragment(1))).isTrue();
        assertThat(match.explain(fragment(2)).seen()).isEqualTo("a fragment without TCP header, offset 16");
    }

    @ParameterizedTest(name = "{0} bytes of protocol {1}")
    @CsvSource({"19, tcp", "7, udp"})
    void a_header_cut_short_drops_the_packet_at_once_even_behind_an_exclamation_mark(int length, String protocol) {
        int number = Protocols.number(protocol).orElseThrow();
        MatchContext met = Met.packet(
                Packets.raw(CLIENT, SERVER, number).payload(new byte[length]).build());
        Match match = Written.FORWARD.match("-p " + protocol + " -m " + protocol + " ! --dport 80");
        assertThat(match.matches(met)).isFalse();
        assertThat(match.hotDrop(met)).isTrue();
        assertThat(match.explain(met).seen()).contains("header cut short: " + length + " of");
    }

    @Test
    void options_are_looked_for_only_where_the_header_says_that_there_are_any() {
        byte[] header = new byte[20];
        header[12] = 0x40;
        MatchContext met = Met.packet(
                Packets.raw(CLIENT, SERVER, Protocols.TCP).payload(header).build());
        assertThat(Written.FORWARD.match("-p tcp -m tcp --tcp-option 3").hotDrop(met))
                .isTrue();
        assertThat(Written.FORWARD
                        .match("-p tcp -m tcp --dport 9 --tcp-option 3")
                        .hotDrop(met))
                .isFalse();
        assertThat(Written.FORWARD.match("-p tcp -m tcp --dport 0").matches(met))
                .isTrue();
    }

    @ParameterizedTest(name = "-m tcp {0} sees {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--dport 80 | destination port 443",
                "--sport 1 --dport 80 | source port 4000",
                "--dport 443 ! --syn | flags SYN",
                "--dport 443 | ports 4000 > 443, flags SYN",
                "--tcp-option 3 | ports 4000 > 443, flags SYN, options mss 1460",
            })
    void the_evidence_names_the_first_condition_that_fails(String options, String seen) {
        Packet packet = Packets.tcp(CLIENT, 4000, SERVER, 443)
                .flags(TcpFlags.of("S"))
                .options(TcpOptions.NONE.withMss(1460))
                .build();
        Match match = Written.FORWARD.match("-p tcp -m tcp " + options);
        assertThat(match.explain(Met.packet(packet)).seen()).isEqualTo(seen);
        assertThat(match.explain(Met.packet(packet)).wanted()).startsWith("-m tcp --");
    }

    private static MatchContext fragment(int offset) {
        byte[] bytes = Packets.raw(CLIENT, SERVER, Protocols.TCP)
                .payload(new byte[40])
                .build()
                .bytes();
        bytes[7] = (byte) offset;
        return Met.packet(Packet.of(Arrays.copyOf(bytes, bytes.length)));
    }
}
