package nfstep.parse.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nfstep.Golden;
import nfstep.packet.Bytes;
import nfstep.packet.EthernetHeader;
import nfstep.packet.IcmpHeader;
import nfstep.packet.MacAddress;
import nfstep.packet.Packet;
import nfstep.packet.TcpHeader;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TcpdumpReaderTest {
    private static final Path LINES = Path.of("src/test/resources/nfstep/parse/packet/tcpdump.txt");
    /** Packets that tcpdump does not tell enough of, whatever its options. */
    private static final List<String> NEVER = List.of("timestamp", "sctp", "v6 ns");

    record Printed(String name, Packet packet, String plain, String named, String verbose, String framed) {
        boolean isReadable() {
            boolean quotedByIpv6 = packet.icmp().filter(IcmpHeader::isError).isPresent() && !packet.isIpv4();
            return !NEVER.contains(name) && !quotedByIpv6;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Printed> printed() throws IOException {
        List<Printed> all = new ArrayList<>();
        String text = Files.readString(LINES);
        for (String block : text.substring(text.indexOf("\n\n") + 2).split("\n\n", -1)) {
            int name = block.indexOf('\n');
            int bytes = block.indexOf('\n', name + 1);
            String[] lines = block.substring(bytes + 1).split("\n\\|(\n|$)", -1);
            Packet packet =
                    Packet.of(Bytes.ofHex(block.substring(name + 1, bytes)).toArray());
            all.add(new Printed(block.substring(0, name), packet, lines[0], lines[1], lines[2], lines[3]));
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("printed")
    void what_v_prints_gives_the_packet(Printed printed) {
        for (String lines : List.of(printed.verbose(), printed.framed())) {
            Parsed<ReadPacket> read = read(lines);
            assertThat(read.ok()).as(read.render()).isEqualTo(printed.isReadable());
            if (read.ok()) {
                assertSameHeaders(read.orElseThrow().packet(), printed);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("printed")
    void a_plain_line_gives_what_it_shows_or_asks_for_more(Printed printed) {
        for (String line : List.of(printed.plain(), printed.named())) {
            Parsed<ReadPacket> read = read(line);
            if (!read.ok()) {
                boolean error = printed.packet().icmp().isPresent();
                boolean portless = printed.packet().sourcePort() < 0;
                assertThat(error || portless || !printed.isReadable())
                        .as(read.render())
                        .isTrue();
                continue;
            }
            Packet packet = read.orElseThrow().packet();
            assertThat(packet.source()).isEqualTo(printed.packet().source());
            assertThat(packet.destination()).isEqualTo(printed.packet().destination());
            assertThat(packet.protocol()).isEqualTo(printed.packet().protocol());
            assertThat(packet.sourcePort()).isEqualTo(printed.packet().sourcePort());
            assertThat(packet.destinationPort()).isEqualTo(printed.packet().destinationPort());
            assertThat(read.orElseThrow().assumed()).isNotEmpty();
        }
    }

    private static void assertSameHeaders(Packet read, Printed printed) {
        Packet packet = printed.packet();
        boolean optionsLost = packet.ipOptions().length() > 0;
        if (!optionsLost) {
            int headers = packet.headerLength() + header(packet);
            byte[] wanted = withoutChecksums(packet, headers);
            assertThat(Bytes.of(withoutChecksums(read, headers))).isEqualTo(Bytes.of(wanted));
            assertThat(read.length()).isEqualTo(packet.length());
        }
        assertThat(read.destinationPort()).isEqualTo(packet.destinationPort());
    }

    /** How many bytes of the upper layer tcpdump shows. */
    private static int header(Packet packet) {
        if (packet.isFragment()) {
            return packet.fragmentOffset() > 0 ? 0 : 6;
        }
        return packet.tcp()
                .map(TcpHeader::headerLength)
                .or(() -> packet.udp().map(udp -> 8))
                .or(() -> packet.quoted().map(quoted -> 8 + quoted.headerLength() + (quoted.hasPorts() ? 4 : 0)))
                .or(() -> packet.icmp().map(icmp -> 8))
                .orElse(0);
    }

    /** The sequence number of a segment without data is not shown either. */
    private static byte[] withoutChecksums(Packet packet, int length) {
        byte[] bytes = Arrays.copyOf(packet.bytes(), length);
        packet.tcp().ifPresent(tcp -> {
            Arrays.fill(bytes, packet.headerLength() + 16, packet.headerLength() + 18, (byte) 0);
            if (tcp.payloadLength() == 0 && (tcp.flags().bits() & 7) == 0) {
                Arrays.fill(bytes, packet.headerLength() + 4, packet.headerLength() + 12, (byte) 0);
            }
        });
        packet.udp()
                .filter(udp -> !packet.isFragment())
                .ifPresent(udp -> Arrays.fill(bytes, packet.headerLength() + 6, packet.headerLength() + 8, (byte) 0));
        packet.icmp()
                .ifPresent(icmp -> Arrays.fill(bytes, packet.headerLength() + 2, packet.headerLength() + 4, (byte) 0));
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "03:59:25.497740 lo    In  IP 127.0.0.1 > 127.0.0.1: ICMP echo request, id 10169, seq 1, length 64|lo|",
                "03:59:25.497740 eth0  Out IP 127.0.0.1 > 127.0.0.1: ICMP echo request, id 10169, seq 1, length 64||eth0",
                "03:59:28.512293 lo    In  ifindex 1 00:00:00:00:00:00 ethertype IPv4 (0x0800), length 104: 127.0.0.1 > 127.0.0.1: ICMP echo request, id 10169, seq 1, length 64|lo|",
                "2026-11-24 03:59:31.598004 IP 127.0.0.1 > 127.0.0.1: ICMP echo request, id 10169, seq 1, length 64||",
                "1795492772.616971 IP 127.0.0.1 > 127.0.0.1: ICMP echo request, id 10169, seq 1, length 64||",
                "    1   00:00:00.000000 IP 127.0.0.1 > 127.0.0.1: ICMP echo request, id 10169, seq 1, length 64||",
                "IP 127.0.0.1 > 127.0.0.1: ICMP echo request, id 10169, seq 1, length 64||"
            })
    void what_stands_before_the_packet_is_understood(String line, String in, String out) {
        Parsed<ReadPacket> read = read(line);
        assertThat(read.ok()).as(read.render()).isTrue();
        assertThat(read.orElseThrow().packet())
                .hasToString("127.0.0.1 > 127.0.0.1: ICMP echo request, id 10169, seq 1, length 64");
        assertThat(read.orElseThrow().seen().in()).isEqualTo(in == null ? "" : in);
        assertThat(read.orElseThrow().seen().out()).isEqualTo(out == null ? "" : out);
    }

    @Test
    void the_frame_is_kept() {
        String line = "03:59:29.541978 02:00:00:00:00:01 (oui Unknown) > Broadcast, ethertype IPv4 (0x0800), length 98:"
                + " 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 1, length 64";
        assertThat(read(line).orElseThrow().seen().ethernet())
                .contains(new EthernetHeader(MacAddress.BROADCAST, MacAddress.of("02:00:00:00:00:01"), 0x0800));
    }

    @Test
    void what_the_line_left_open_is_said() {
        assertThat(read("IP 10.0.0.1.1 > 10.0.0.2.80: Flags [P.], ack 1, win 5, length 7")
                        .orElseThrow()
                        .assumed())
                .containsExactly(
                        "ttl 64, tos 0, id 0, no flags: tcpdump prints them with -v",
                        "the sequence number is 0: tcpdump does not print that of an empty segment",
                        "sequence and acknowledgement number as printed: without -S tcpdump counts from the SYN",
                        "7 bytes of data are zero");
    }

    @Test
    void wrong_lines_are_explained() {
        List<String> wrong = List.of(
                "03:59:29.5 IP localhost.ssh > localhost.40000: Flags [S], seq 1, win 5, length 0",
                "IP localhost.ssh > 10.0.0.1.40000: Flags [S], seq 1, win 5, length 0",
                "IP 10.0.0.1.1 > 10.0.0.2.nosuchport: Flags [S], seq 1, win 5, length 0",
                "IP 10.0.0.1.1 > 10.0.0.2.99999: Flags [S], seq 1, win 5, length 0",
                "IP 10.0.0.1.1 > 10.0.0.2.2: Flags [XY], seq 1, win 5, length 0",
                "IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 1, win 5",
                "IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 1, win 5, options [mss many], length 0",
                "IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 9999999999, win 99999, length 0",
                "IP 10.0.0.1 > ::1: ICMP echo request, id 1, seq 1, length 64",
                "IP 10.0.0.1 < 10.0.0.2: ICMP echo request, id 1, seq > 1",
                "IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 99999, seq 1, length 64",
                "IP 10.0.0.1 > 10.0.0.2: ICMP 10.0.0.1 udp port 53 unreachable, length 56",
                "IP 10.0.0.1 > 10.0.0.2: ICMP time stamp query id 0 seq 1, length 20",
                "IP 10.0.0.1 > 10.0.0.2: GREv0, length 12: IP0 (invalid)",
                "IP 10.0.0.1 > 10.0.0.2: ip-proto-17",
                "IP 10.0.0.1.1 > 10.0.0.2.2: sctp (1) [INIT] [init tag: 1]",
                "03:59:29.541978 ARP, Request who-has 10.0.0.1 tell 10.0.0.2, length 28",
                "02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype ARP (0x0806), length 42: Request who-has 10.0.0.1",
                "IP 10.0.0.1",
                "IP >");
        StringBuilder all = new StringBuilder();
        wrong.forEach(line -> all.append(read(line).render()).append("\n\n"));
        Golden.check("parse/packet/tcpdump-errors.txt", all.toString());
    }

    @Test
    void damaged_lines_never_throw() throws IOException {
        Random random = new Random(23);
        List<Printed> all = printed();
        for (int i = 0; i < 10_000; i++) {
            Printed one = all.get(random.nextInt(all.size()));
            StringBuilder text = new StringBuilder(random.nextBoolean() ? one.plain() : one.framed());
            for (int k = random.nextInt(5); k >= 0; k--) {
                int at = random.nextInt(text.length());
                String piece = text.substring(at, Math.min(text.length(), at + random.nextInt(20)));
                int to = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                    case 1 -> text.delete(at, at + piece.length());
                    default -> text.insert(to, piece);
                }
                text.append(text.isEmpty() ? "IP" : "");
            }
            assertThat(read(text.toString())).isNotNull();
        }
    }

    private static Parsed<ReadPacket> read(String lines) {
        return PacketText.read(new SourceText("dump", lines));
    }
}
