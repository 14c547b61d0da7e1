package nfstep.parse.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nfstep.Golden;
import nfstep.packet.Packet;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nft 1.0.6 and xtables-monitor 1.8.9 printed of the same packets. */
class MonitorLinesTest {
    private static final Path FOLDER = Path.of("src/test/resources/parse/monitor");
    private static final String SYN = "trace id b3094f6c ip raw PREROUTING packet: iif \"eth0\" ether saddr"
            + " da:03:f8:ec:87:4a ether daddr 7e:b0:dc:5c:05:ae ip saddr 10.0.0.2 ip daddr 10.0.0.1 ip dscp af21 ip ecn"
            + " ce ip ttl 64 ip id 1 ip length 40 tcp sport 4000 tcp dport 80 tcp flags == syn tcp window 64240 ";
    private static final String SYN_OF_XTABLES = "PACKET: 2 b3094f6c IN=eth0 MACSRC=da:3:f8:ec:87:4a"
            + " MACDST=7e:b0:dc:5c:5:ae MACPROTO=0800 SRC=10.0.0.2 DST=10.0.0.1 LEN=40 TOS=0x4b TTL=64 ID=1"
            + " SPORT=4000 DPORT=80 SYN ";

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file));
    }

    private static Parsed<ReadPacket> packet(String line) {
        return PacketText.read(new SourceText("packet", line));
    }

    @Test
    void each_line_of_nft_is_written_as_it_was_read() throws IOException {
        for (String line : lines("nft-monitor-trace.txt")) {
            Parsed<NftTraceLine> read = NftTraceLine.read(new SourceText("trace", line));
            assertThat(read.ok()).as(line).isTrue();
            assertThat(read.orElseThrow().text()).isEqualTo(line);
        }
    }

    @Test
    void each_line_of_xtables_monitor_is_written_as_it_was_read() throws IOException {
        int rules = 0;
        for (String line : lines("xtables-monitor-trace.txt")) {
            if (line.startsWith(" TRACE")) {
                Parsed<XtablesTraceLine> read = XtablesTraceLine.read(new SourceText("trace", line));
                assertThat(read.ok()).as(line).isTrue();
                assertThat(read.orElseThrow().text()).isEqualTo(line);
                rules++;
            }
        }
        assertThat(rules).isGreaterThan(50);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            TRACE: filter:FORWARD:rule:3 IN=eth0 OUT= | filter | FORWARD | RULE | 3
            TRACE: nat:a:b:return:2 | nat | a:b | RETURN | 2
            TRACE: raw:OUTPUT:policy:1 IN= OUT=lo | raw | OUTPUT | POLICY | 1
            """)
    void the_place_of_a_line_of_the_kernel_log(
            String line, String table, String chain, TracePlace.Kind kind, int number) {
        TracePlace place = new TracePlace(table, chain, kind, number);
        assertThat(TracePlace.of(line)).contains(place);
        assertThat(line).startsWith("TRACE: " + place.text());
    }

    @Test
    void a_rule_has_its_text_and_its_verdict() {
        NftTraceLine line = NftTraceLine.read(new SourceText(
                        "trace",
                        "trace id 707cc718 ip filter IN rule counter packets 0 bytes 0 jump S (verdict jump S)"))
                .orElseThrow();
        assertThat(line)
                .isEqualTo(new NftTraceLine(
                        0x707cc718,
                        "ip",
                        "filter",
                        "IN",
                        NftTraceLine.Kind.RULE,
                        "counter packets 0 bytes 0 jump S",
                        "jump S",
                        0));
    }

    @Test
    void both_programs_tell_of_the_same_packet() {
        Packet one = packet(SYN).orElseThrow().packet();
        Packet other = packet(SYN_OF_XTABLES).orElseThrow().packet();
        assertThat(one.tcp().orElseThrow().window()).isEqualTo(64240);
        assertThat(one.tos()).isEqualTo(other.tos()).isEqualTo(0x4b);
        assertThat(one.toString()).isEqualTo(other.toString().replace("win 0", "win 64240"));
        assertThat(packet(SYN).orElseThrow().seen().in()).isEqualTo("eth0");
        assertThat(packet(SYN).orElseThrow().seen().ethernet())
                .isPresent()
                .isEqualTo(packet(SYN_OF_XTABLES).orElseThrow().seen().ethernet());
    }

    @Test
    void packets_that_were_traced_are_read_or_it_is_said_why_not() throws IOException {
        StringBuilder all = new StringBuilder();
        List<String> lines = new ArrayList<>(lines("nft-monitor-trace.txt"));
        lines.addAll(lines("xtables-monitor-trace.txt"));
        lines.removeIf(
                line -> line.contains(" filter ") || line.startsWith(" TRACE") || !line.matches("(?i).*packet:.*"));
        for (String line : lines) {
            Parsed<ReadPacket> read = packet(line);
            all.append(line).append('\n');
            all.append(read.value().map(p -> "  " + p.packet() + "\n").orElseGet(() -> read.render() + "\n"));
        }
        Golden.check("parse/packet/monitor-packets.txt", all.toString());
    }

    @Test
    void wrong_lines_are_explained() {
        StringBuilder all = new StringBuilder();
        for (String line : List.of(
                "trace id 707cc718 ip raw OUTPUT policy accept ",
                "trace id 707cc718 ip raw OUTPUT",
                "trace id xyz",
                SYN.replace("ttl 64", "ttl 640"),
                SYN.replace("dscp af21", "dscp af99"),
                SYN.replace("ip saddr 10.0.0.2 ", ""),
                SYN.replace("tcp flags", "arp flags"),
                SYN.replace("ip length 40", "ip length 2"),
                SYN_OF_XTABLES.replace("SPORT=4000 DPORT=80 SYN ", ""),
                SYN_OF_XTABLES.replace("SRC=10.0.0.2", "SRC=\u001b[31m"),
                "PACKET: 2")) {
            all.append(packet(line).render()).append("\n\n");
        }
        Golden.check("parse/packet/monitor-errors.txt", all.toString());
    }

    @Test
    void damaged_lines_never_throw() throws IOException {
        Random random = new Random(23);
        List<String> lines = new ArrayList<>(lines("nft-monitor-trace.txt"));
        lines.addAll(lines("xtables-monitor-trace.txt"));
        for (int i = 0; i < 5_000; i++) {
            StringBuilder line = new StringBuilder(lines.get(random.nextInt(lines.size())));
            for (int k = random.nextInt(4); k >= 0; k--) {
                int at = random.nextInt(line.length());
                switch (random.nextInt(3)) {
                    case 0 -> line.setCharAt(at, (char) (32 + random.nextInt(95)));
                    case 1 -> line.deleteCharAt(at);
                    default -> line.insert(at, line.substring(at, Math.min(line.length(), at + random.nextInt(20))));
                }
            }
            SourceText text = new SourceText("damaged", line.toString());
            assertThat(PacketText.read(text)).isNotNull();
            assertThat(NftTraceLine.read(text)).isNotNull();
            assertThat(XtablesTraceLine.read(text)).isNotNull();
            assertThat(TracePlace.of(line.toString())).isNotNull();
        }
    }

    @Test
    void a_line_that_is_too_long_is_refused_at_once() {
        String long1 = "trace id 707cc718 ip raw OUTPUT rule " + "(verdict x ".repeat(100_000);
        assertThat(NftTraceLine.read(new SourceText("trace", long1)).ok()).isFalse();
        String long2 = "TRACE: 2 707cc718 " + "a:".repeat(100_000);
        assertThat(XtablesTraceLine.read(new SourceText("trace", long2)).ok()).isFalse();
    }
}
