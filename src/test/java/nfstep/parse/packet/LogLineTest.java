package nfstep.parse.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nfstep.packet.Bytes;
import nfstep.packet.EthernetHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.rules.Device;
import nfstep.rules.Effect.LogFlags;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.Owner;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogLineTest {
    private static final Path LOG = Path.of("src/test/resources/nfstep/parse/packet/kernel-log.txt");
    private static final LogFlags NONE = new LogFlags(false, false, false, false, false);
    private static final LogFlags MAC = new LogFlags(false, false, false, false, true);
    private static final Device PE0 = new Device(2, "pe0");
    private static final Device LO = new Device(1, "lo");
    private static final Packet ECHO = Packets.icmpEcho(IpAddress.of("10.0.0.1"), IpAddress.of("10.0.0.2"), 1, 2)
            .build();
    private static final String ECHO_LINE =
            "SRC=10.0.0.1 DST=10.0.0.2 LEN=28 TOS=0x00 PREC=0x00 TTL=64 ID=0 PROTO=ICMP TYPE=8 CODE=0 ID=1 SEQ=2 ";

    record Logged(String name, Packet packet, String all, String decoded, String marked) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernelLog")
    void a_line_is_the_kernels(Logged logged) {
        Skb skb = arriving(logged.packet(), PE0, "02:00:00:00:01:01", "02:00:00:00:01:02");
        HookState where = new HookState(Hook.PREROUTING, Optional.of(PE0), Optional.empty());
        assertThat(LogLine.of(where, skb, LogFlags.TRACE)).isEqualTo(logged.all());
        assertThat(LogLine.of(where, skb, MAC)).isEqualTo(logged.decoded());
        assertThat(LogLine.of(where, skb.withMark(0x2a), NONE)).isEqualTo(logged.marked());
    }

    static List<Logged> kernelLog() throws IOException {
        List<Logged> all = new ArrayList<>();
        List<String> lines = Files.readAllLines(LOG).stream()
                .filter(line -> !line.startsWith("#") && !line.isEmpty())
                .map(line -> line.endsWith("|") ? line.substring(0, line.length() - 1) : line)
                .toList();
        for (int i = 0; i < lines.size(); i += 5) {
            Packet packet = Packet.of(Bytes.ofHex(lines.get(i + 1)).toArray());
            all.add(new Logged(lines.get(i), packet, lines.get(i + 2), lines.get(i + 3), lines.get(i + 4)));
        }
        return all;
    }

    @Test
    void a_packet_of_a_process_names_its_owner() {
        HookState where = new HookState(Hook.OUTPUT, Optional.empty(), Optional.of(LO));
        Skb skb = Skb.sent(1, ECHO).withOwner(Owner.ROOT).withMark(0xff000001);
        assertThat(LogLine.of(where, skb, LogFlags.TRACE))
                .isEqualTo("IN= OUT=lo " + ECHO_LINE + "UID=0 GID=0 MARK=0xff000001 ");
        assertThat(LogLine.of(where, skb, NONE)).isEqualTo("IN= OUT=lo " + ECHO_LINE + "MARK=0xff000001 ");
    }

    @Test
    void a_syn_ack_of_a_listener_names_nobody() {
        HookState where = new HookState(Hook.OUTPUT, Optional.empty(), Optional.of(LO));
        assertThat(LogLine.of(where, Skb.sent(1, ECHO).withOwner(Owner.LISTENER), LogFlags.TRACE))
                .isEqualTo("IN= OUT=lo " + ECHO_LINE);
    }

    @Test
    void the_loopback_header_is_not_decoded() {
        Skb skb = arriving(ECHO, LO, "00:00:00:00:00:00", "00:00:00:00:00:00");
        HookState where = new HookState(Hook.INPUT, Optional.of(LO), Optional.empty());
        assertThat(LogLine.of(where, skb, MAC))
                .isEqualTo("IN=lo OUT= MAC=00:00:00:00:00:00:00:00:00:00:00:00:08:00 " + ECHO_LINE);
    }

    @Test
    void bridge_ports_are_named_beside_the_bridge() {
        Device bridge = new Device(5, "br0");
        Skb skb = Skb.sent(1, ECHO).withBridge(new Skb.BridgePorts(Optional.of(PE0), Optional.of(LO)));
        assertThat(LogLine.of(new HookState(Hook.FORWARD, Optional.of(bridge), Optional.of(bridge)), skb, NONE))
                .isEqualTo("IN=br0 OUT=br0 PHYSIN=pe0 PHYSOUT=lo MAC= " + ECHO_LINE);
    }

    @Test
    void random_packets_never_throw() {
        Random random = new Random(11);
        HookState where = new HookState(Hook.OUTPUT, Optional.empty(), Optional.of(PE0));
        for (int i = 0; i < 30_000; i++) {
            byte[] bytes = new byte[40 + random.nextInt(60)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(8));
            }
            boolean ipv4 = random.nextBoolean();
            bytes[0] = (byte) (ipv4 ? 0x45 : 0x60);
            bytes[ipv4 ? 9 : 6] = new byte[] {0, 1, 6, 17, 43, 44, 50, 51, 58, 60}[random.nextInt(10)];
            Optional<Packet> packet = Packet.parseTruncated(bytes);
            packet.ifPresent(it -> assertThat(LogLine.of(where, Skb.sent(1, it), LogFlags.TRACE))
                    .startsWith("IN= OUT=pe0 SRC="));
        }
    }

    private static Skb arriving(Packet packet, Device device, String destination, String source) {
        EthernetHeader header = new EthernetHeader(
                MacAddress.of(destination),
                MacAddress.of(source),
                packet.family().etherType());
        return Skb.sent(1, packet).arriving(device, Optional.of(header), PacketType.HOST);
    }
}
