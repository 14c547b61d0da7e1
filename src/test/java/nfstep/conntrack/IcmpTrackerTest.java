package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcmpTrackerTest {
    private static final IpAddress CLIENT = IpAddress.of("10.1.0.2");
    private static final IpAddress SERVER = IpAddress.of("10.2.0.2");

    @ParameterizedTest(name = "type {0} begins a connection, type {1} answers")
    @CsvSource({"8, 0", "13, 14", "15, 16", "17, 18"})
    void queries_are_tracked(int query, int answer) {
        Packet request = Packets.icmp(CLIENT, SERVER, query, 0).query(7, 1).build();
        Packet reply = Packets.icmp(SERVER, CLIENT, answer, 0).query(7, 1).build();
        Flow flow = Flow.of(request);
        assertThat(flow.accepts(request)).isEqualTo("ends in 30 s");
        assertThat(flow.after(1).accepts(reply)).isEqualTo("first reply seen, ends in 30 s");
        assertThat(flow.after(1).accepts(reply)).isEqualTo("ends in 30 s");
    }

    @ParameterizedTest(name = "type {0}")
    @ValueSource(ints = {0, 14, 16, 18})
    void an_answer_without_a_question_is_refused(int type) {
        Packet packet = Packets.icmp(CLIENT, SERVER, type, 0).query(7, 1).build();
        assertThat(Flow.of(packet).refuses(packet)).isEqualTo("ICMP type " + type + " does not begin a connection");
    }

    @Test
    void a_bad_checksum_is_refused_where_it_is_looked_at() {
        byte[] bytes = Packets.icmpEcho(CLIENT, SERVER, 7, 1).build().bytes();
        bytes[22]++;
        Packet packet = Packet.of(bytes);
        assertThat(Flow.of(packet).refuses(packet)).isEqualTo("bad ICMP checksum");
        Flow.of(packet).with("nf_conntrack_checksum", 0).accepts(packet);
    }

    @Test
    void icmpv6_echo_is_tracked_with_its_own_timeout() {
        IpAddress client = IpAddress.of("fd00::2");
        IpAddress server = IpAddress.of("fd01::2");
        Packet request = Packets.icmpEcho(client, server, 7, 1).build();
        Flow flow = Flow.of(request).with("icmpv6_timeout", 11);
        assertThat(flow.accepts(request)).isEqualTo("ends in 11 s");
        assertThat(flow.accepts(Packets.icmpEchoReply(server, client, 7, 1).build()))
                .isEqualTo("first reply seen");
    }
}
