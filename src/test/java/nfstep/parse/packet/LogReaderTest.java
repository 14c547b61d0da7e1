package nfstep.parse.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nfstep.Golden;
import nfstep.packet.EthernetHeader;
import nfstep.packet.MacAddress;
import nfstep.packet.Packet;
import nfstep.parse.packet.LogLineTest.Logged;
import nfstep.rules.Device;
import nfstep.rules.Effect.LogFlags;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogReaderTest {
    /** Lines that do not tell enough to build a packet. */
    private static final List<String> UNREADABLE = List.of(
            "unreachable quotes cut options",
            "ah later fragment",
            "v6 hop by hop",
            "v6 destination options",
            "v6 routing",
            "v6 fragment first",
            "v6 fragment later",
            "v6 fragment later options",
            "v6 fragment last",
            "v6 ah",
            "v6 esp",
            "v6 esp short",
            "v6 extension cut off",
            "v6 extension too long");

    @ParameterizedTest(name = "{0}")
    @MethodSource("nfstep.parse.packet.LogLineTest#kernelLog")
    void what_is_read_is_written_as_it_was(Logged logged) {
        Parsed<ReadPacket> read = read(logged.all());
        assertThat(read.ok()).as(read.render()).isEqualTo(!UNREADABLE.contains(logged.name()));
        if (!read.ok()) {
            return;
        }
        assertThat(line(read.orElseThrow(), LogFlags.TRACE)).isEqualTo(logged.all());
        ReadPacket marked = read(logged.marked()).orElseThrow();
        assertThat(line(marked, new LogFlags(false, false, false, false, false)))
                .isEqualTo(logged.marked());
        assertThat(read(logged.decoded()).orElseThrow().seen().ethernet())
                .isEqualTo(read.orElseThrow().seen().ethernet());
    }

    @Test
    void a_whole_packet_comes_back_byte_for_byte() throws IOException {
        List<String> whole = List.of("tcp syn options", "echo reply", "udp none", "v6 tcp", "port unreachable");
        for (Logged logged : LogLineTest.kernelLog()) {
            if (whole.contains(logged.name())) {
                Packet read = read(logged.all()).orElseThrow().packet();
                assertThat(read.length()).isEqualTo(logged.packet().length());
                assertThat(read.source()).isEqualTo(logged.packet().source());
                assertThat(read.tcp().map(tcp -> tcp.options()))
                        .isEqualTo(logged.packet().tcp().map(tcp -> tcp.options()));
                assertThat(read.headerChecksumOk() && read.transportChecksumOk())
                        .isTrue();
            }
        }
    }

    @Test
    void prefix_devices_frame_and_mark_are_kept() {
        Seen seen =
                read("Nov 24 03:00:00 gate kernel: [  123.456789] TRACE: filter:FORWARD:rule:3 IN=docker0 OUT=enp0s3"
                                + " PHYSIN=veth1 MAC=02:00:00:00:00:01:02:00:00:00:00:02:08:00 SRC=172.17.0.2 DST=1.1.1.1 LEN=84"
                                + " TOS=0x00 PREC=0x00 TTL=63 ID=4 DF PROTO=ICMP TYPE=8 CODE=0 ID=7 SEQ=1 MARK=0x2a ")
                        .orElseThrow()
                        .seen();
        EthernetHeader frame =
                new EthernetHeader(MacAddress.of("02:00:00:00:00:01"), MacAddress.of("02:00:00:00:00:02"), 0x0800);
        assertThat(seen)
                .isEqualTo(new Seen(
                        "TRACE: filter:FORWARD:rule:3 ", "docker0", "enp0s3", "veth1", "", Optional.of(frame), 42));
    }

    @Test
    void what_the_line_left_open_is_said() {
        ReadPacket read = read("IN= OUT=lo SRC=10.0.0.1 DST=10.0.0.2 LEN=50 TOS=0x00 PREC=0x00 TTL=64 ID=0"
                        + " PROTO=TCP SPT=1 DPT=2 WINDOW=5 RES=0x00 SYN URGP=0 ")
                .orElseThrow();
        assertThat(read.assumed())
                .containsExactly(
                        "sequence and acknowledgement number are 0 (LOG prints them with --log-tcp-sequence)",
                        "10 bytes of data are zero");
    }

    @Test
    void wrong_lines_are_explained() {
        String good =
                "IN=eth0 OUT= SRC=10.0.0.1 DST=10.0.0.2 LEN=28 TOS=0x00 PREC=0x00 TTL=64 ID=0 PROTO=UDP SPT=1 DPT=2 LEN=8";
        List<String> wrong = List.of(
                good.replace("SPT=1", "SPT=70000"),
                good.replace("SRC=10.0.0.1", "SRC=10.0.0.300"),
                good.replace("TTL=64", "TLL=64"),
                good.replace("DPT=2", "DPT=2 DPT=3"),
                good.replace(" PROTO=UDP SPT=1 DPT=2 LEN=8", ""),
                good.replace("LEN=28", "LEN=21"),
                good.replace("LEN=28", "LEN=2"),
                good.replace("PROTO=UDP", "PROTO=UPD"),
                good.replace("DST=10.0.0.2", "DST=::1"),
                good.replace(" DPT=2", " DPT"),
                good.replace("OUT= ", "OUT= OPT"),
                "IN= OUT=",
                "\u001b[2J IN= OUT=\u001b[2J SRC=x");
        StringBuilder all = new StringBuilder();
        for (String line : wrong) {
            all.append(read(line).render()).append("\n\n");
        }
        Golden.check("parse/packet/log-errors.txt", all.toString());
    }

    @Test
    void damaged_lines_never_throw() throws IOException {
        Random random = new Random(17);
        List<Logged> lines = LogLineTest.kernelLog();
        for (int i = 0; i < 5_000; i++) {
            StringBuilder line =
                    new StringBuilder(lines.get(random.nextInt(lines.size())).all());
            for (int k = random.nextInt(4); k >= 0; k--) {
                int at = random.nextInt(line.length());
                switch (random.nextInt(3)) {
                    case 0 -> line.setCharAt(at, (char) (32 + random.nextInt(95)));
                    case 1 -> line.deleteCharAt(at);
                    default -> line.insert(at, line.substring(at, Math.min(line.length(), at + random.nextInt(20))));
                }
            }
            assertThat(read(line.toString())).isNotNull();
        }
    }

    private static Parsed<ReadPacket> read(String line) {
        return PacketText.read(new SourceText("packet", line));
    }

    private static String line(ReadPacket read, LogFlags flags) {
        Optional<Device> in = Optional.of(new Device(2, read.seen().in()));
        Skb skb = Skb.sent(1, read.packet())
                .arriving(in.get(), read.seen().ethernet(), PacketType.HOST)
                .withMark(read.seen().mark());
        return LogLine.of(new HookState(Hook.PREROUTING, in, Optional.empty()), skb, flags);
    }
}
