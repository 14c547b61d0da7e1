package nfstep.parse.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.TcpOptions;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTextTest {
    private static final IpAddress A = IpAddress.of("10.0.0.1");
    private static final IpAddress B = IpAddress.of("10.0.0.2");

    @Test
    void a_packets_own_line_is_one_of_tcpdump() {
        List<Packet> packets = List.of(
                Packets.tcp(A, 1, B, 2)
                        .seq(7)
                        .options(TcpOptions.NONE.withMss(9).withNop())
                        .build(),
                Packets.tcp(A, 1, B, 2)
                        .flags("PA")
                        .seq(7)
                        .ack(8)
                        .payload(new byte[3])
                        .build(),
                Packets.udp(A, 1, B, 2).payload(new byte[3]).build(),
                Packets.icmpEcho(A, B, 1, 2).payload(new byte[56]).build());
        for (Packet packet : packets) {
            assertThat(read("IP " + packet).orElseThrow().packet()).isEqualTo(packet);
        }
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", " ", "\n", "hello", "IP", "src=1", "IN=", "tcp 6 src"})
    void other_text_is_refused(String text) {
        Parsed<ReadPacket> read = read(text);
        assertThat(read.diagnostics()).singleElement().satisfies(problem -> assertThat(problem.code())
                .isEqualTo(Code.FORMAT));
    }

    @Test
    void a_text_of_a_megabyte_is_refused_at_once() {
        Parsed<ReadPacket> read = read("IN=a OUT= ".repeat(100_000));
        assertThat(read.render()).isEqualTo("packet:1:1: longer than 4096 characters");
    }

    private static Parsed<ReadPacket> read(String text) {
        return PacketText.read(new SourceText("packet", text));
    }
}
