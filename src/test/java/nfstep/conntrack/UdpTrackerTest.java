package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UdpTrackerTest {
    private static final IpAddress CLIENT = IpAddress.of("10.1.0.2");
    private static final IpAddress SERVER = IpAddress.of("10.2.0.2");
    private static final Packet REQUEST =
            Packets.udp(CLIENT, 4000, SERVER, 53).payload(new byte[4]).build();
    private static final Packet REPLY = Packets.udp(SERVER, 53, CLIENT, 4000).build();

    @Test
    void packets_one_way_last_thirty_seconds_each() {
        Flow flow = Flow.of(REQUEST);
        assertThat(flow.accepts(REQUEST)).isEqualTo("ends in 30 s");
        assertThat(flow.after(1).accepts(REQUEST)).isEqualTo("ends in 30 s");
        assertThat(flow.connection().has(CtStatus.SEEN_REPLY)).isFalse();
    }

    @Test
    void the_first_reply_never_makes_a_stream_but_the_next_packet_after_two_seconds_does() {
        Flow flow = Flow.of(REQUEST);
        flow.accepts(REQUEST);
        assertThat(flow.after(2.3).accepts(REPLY)).isEqualTo("first reply seen, ends in 30 s");
        assertThat(flow.accepts(REQUEST)).isEqualTo("assured, ends in 120 s");
    }

    @Test
    void two_way_traffic_within_two_seconds_is_not_assured() {
        Flow flow = Flow.of(REQUEST);
        flow.accepts(REQUEST);
        flow.accepts(REPLY);
        assertThat(flow.after(2).accepts(REQUEST)).isEqualTo("ends in 30 s");
        assertThat(flow.connection().has(CtStatus.ASSURED)).isFalse();
    }

    @Test
    void a_packet_that_changes_nothing_has_no_words() {
        Flow flow = Flow.of(REQUEST);
        flow.accepts(REQUEST);
        assertThat(flow.accepts(REQUEST)).isEmpty();
    }

    @Test
    void packets_and_bytes_are_counted_only_with_accounting() {
        Flow flow = Flow.of(REQUEST).with("nf_conntrack_acct", 1);
        flow.accepts(REQUEST);
        assertThat(flow.accepts(REQUEST)).isEqualTo("counted");
        flow.accepts(REPLY);
        assertThat(flow.connection().counters()).contains(new Connection.Counters(2, 64, 1, 28));
    }

    @ParameterizedTest(name = "length field {0} of 12 bytes, checksum {1}: {2}")
    @CsvSource({
        "7, 0, truncated or malformed packet: UDP length 7 in 12 bytes",
        "13, 0, truncated or malformed packet: UDP length 13 in 12 bytes",
        "12, 1, bad UDP checksum",
        "8, 0, ''",
        "8, 4, 'bad UDP checksum'",
        "12, 0, ''"
    })
    void lengths_and_checksums(int length, int checksum, String why) {
        byte[] bytes = REQUEST.bytes();
        bytes[24] = 0;
        bytes[25] = (byte) length;
        bytes[26] = 0;
        bytes[27] = (byte) checksum;
        Packet packet = Packet.of(bytes);
        TrackOutcome outcome = Flow.of(packet).send(packet);
        assertThat(outcome instanceof TrackOutcome.Invalid invalid ? invalid.why() : "")
                .isEqualTo(why);
    }

    @Test
    void a_bad_checksum_passes_where_checksums_are_not_looked_at() {
        byte[] bytes = REQUEST.bytes();
        bytes[27]++;
        Packet packet = Packet.of(bytes);
        Flow.of(packet).with("checksum", 0).accepts(packet);
    }

    @Test
    void an_incomplete_header_is_refused() {
        Packet packet =
                Packets.raw(CLIENT, SERVER, Protocols.UDP).payload(new byte[7]).build();
        assertThat(Flow.of(packet).refuses(packet)).isEqualTo("short packet: 7 bytes of UDP");
    }
}
