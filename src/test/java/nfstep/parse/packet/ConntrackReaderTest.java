package nfstep.parse.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import nfstep.Golden;
import nfstep.conntrack.Tuple;
import nfstep.packet.IpAddress;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConntrackReaderTest {
    private static final String TCP = "tcp      6 431999 ESTABLISHED src=10.1.0.2 dst=10.1.0.1 sport=40001 dport=8080"
            + " src=10.2.0.2 dst=10.2.0.1 sport=80 dport=40001 [ASSURED] mark=0 use=1";

    @Test
    void a_translated_connection_has_two_tuples() {
        assertThat(read(TCP).orElseThrow())
                .isEqualTo(new ListedConnection(
                        OptionalLong.of(431_999),
                        "ESTABLISHED",
                        tuple("10.1.0.2", "10.1.0.1", 6, 40001, 8080),
                        tuple("10.2.0.2", "10.2.0.1", 6, 80, 40001),
                        true,
                        true,
                        0,
                        OptionalInt.empty()));
    }

    @Test
    void an_unanswered_ping_with_counters_mark_and_zone() {
        ListedConnection listed = read("icmp     1 29 src=10.1.0.2 dst=10.2.0.2 type=8 code=0 id=20423 packets=1"
                        + " bytes=84 [UNREPLIED] src=10.2.0.2 dst=10.2.0.1 type=0 code=0 id=20423 packets=0 bytes=0"
                        + " mark=42 zone=5 use=1 id=1824272266")
                .orElseThrow();
        assertThat(listed.original()).isEqualTo(tuple("10.1.0.2", "10.2.0.2", 1, 20423, 0x0800));
        assertThat(listed.reply()).isEqualTo(tuple("10.2.0.2", "10.2.0.1", 1, 20423, 0));
        assertThat(listed.replied()).isFalse();
        assertThat(listed.mark()).isEqualTo(42);
        assertThat(listed.zone()).hasValue(5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[1795396532.137668]\t    [NEW] ipv4     2 tcp      6 120 SYN_SENT src=10.1.0.2 dst=10.1.0.1 sport=40001 dport=8080 [UNREPLIED] src=10.2.0.2 dst=10.2.0.1 sport=80 dport=40001 id=4253026536"
                        + "|10.1.0.2.40001 > 10.1.0.1.8080: Flags [S], seq 0, win 64240, length 0",
                "[DESTROY] udp      17 src=10.1.0.2 dst=8.8.8.8 sport=4000 dport=53 src=8.8.8.8 dst=10.1.0.2 sport=53 dport=4000"
                        + "|10.1.0.2.4000 > 8.8.8.8.53: UDP, length 0",
                "icmpv6   58 29 src=2001:db8::2 dst=2001:db8::1 type=128 code=0 id=7 src=2001:db8::1 dst=2001:db8::2 type=129 code=0 id=7 mark=0 use=1"
                        + "|2001:db8::2 > 2001:db8::1: ICMP6, echo request, id 7, seq 1, length 8",
                "ipv4     2 gre      47 29 timeout=30, stream_timeout=180 src=10.1.0.2 dst=10.2.0.77 srckey=0x0 dstkey=0x0 packets=1 bytes=44 [UNREPLIED] src=10.2.0.77 dst=10.1.0.2 srckey=0x0 dstkey=0x0 packets=0 bytes=0 mark=42 zone=0 delta-time=0 use=3"
                        + "|10.1.0.2 > 10.2.0.77: gre, length 0",
                "unknown  99 599 src=10.1.0.2 dst=10.2.0.77 [UNREPLIED] src=10.2.0.77 dst=10.1.0.2 mark=0 use=1"
                        + "|10.1.0.2 > 10.2.0.77: 99, length 0",
                "sctp     132 3 COOKIE_WAIT src=10.1.0.2 dst=10.2.0.7 sport=5 dport=6 [UNREPLIED] src=10.2.0.7 dst=10.1.0.2 sport=6 dport=5 mark=0 use=1"
                        + "|10.1.0.2.5 > 10.2.0.7.6: sctp, length 12"
            })
    void each_kind_of_line_gives_its_first_packet(String line, String packet) {
        Parsed<ReadPacket> read = PacketText.read(new SourceText("line", line));
        assertThat(read.ok()).as(read.render()).isTrue();
        assertThat(read.orElseThrow().packet()).hasToString(packet);
        assertThat(read.orElseThrow().assumed()).isNotEmpty();
    }

    @Test
    void wrong_lines_are_explained() {
        List<String> wrong = List.of(
                TCP.replace("sport=80 ", ""),
                TCP.replace("dport=8080", "dport=80800"),
                TCP.replace(" src=10.2.0.2", ""),
                TCP.replace("mark=0", "mrk=0"),
                TCP.replace("[ASSURED]", "[SURE]"),
                TCP.replace("dst=10.2.0.1", "dst=::1"),
                TCP.replace("use=1", "use=1 use=2"),
                TCP.replace("tcp      6", "tcp      600"),
                "nothing of the kind");
        StringBuilder all = new StringBuilder();
        wrong.forEach(line -> all.append(read(line).render()).append("\n\n"));
        Golden.check("parse/packet/conntrack-errors.txt", all.toString());
    }

    @Test
    void damaged_lines_never_throw() {
        Random random = new Random(19);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder line = new StringBuilder(TCP);
            for (int k = random.nextInt(4); k >= 0; k--) {
                int at = random.nextInt(line.length());
                line.delete(at, Math.min(line.length(), at + random.nextInt(12)));
                line.insert(at, (char) (32 + random.nextInt(95)));
            }
            assertThat(read(line.toString())).isNotNull();
        }
    }

    private static Parsed<ListedConnection> read(String line) {
        return ConntrackReader.read(new SourceText("line", line));
    }

    private static Tuple tuple(String source, String destination, int protocol, int sourceKey, int destinationKey) {
        return new Tuple(IpAddress.of(source), IpAddress.of(destination), protocol, sourceKey, destinationKey);
    }
}
