package nfstep.rules.xt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.Packets;
import nfstep.rules.Device;
import nfstep.rules.Skb;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhysdevMatchTest {
    @ParameterizedTest(name = "in by port {0}, out by port {1}: {2} holds: {3}")
    @CsvSource({
        "p1, p2, --physdev-in p1, true",
        "p1, p2, --physdev-in p2, false",
        "p1, p2, ! --physdev-in p2, true",
        "p1, p2, --physdev-in p+, true",
        "p1, p2, --physdev-in +, true",
        "p1, p2, --physdev-out p2, true",
        "p1, p2, ! --physdev-out p2, false",
        "p1, p2, '--physdev-in p1 --physdev-out p3', false",
        "p1, p2, --physdev-is-in, true",
        "p1, p2, --physdev-is-out, true",
        "p1, p2, --physdev-is-bridged, true",
        "p1, p2, ! --physdev-is-bridged, false",
        "p1, '', --physdev-in p1, true",
        "p1, '', --physdev-out p2, false",
        "p1, '', ! --physdev-out p2, false",
        "p1, '', --physdev-is-in, true",
        "p1, '', ! --physdev-is-in, false",
        "p1, '', ! --physdev-is-out, true",
        "p1, '', --physdev-is-bridged, false",
        "p1, '', ! --physdev-is-bridged, true",
        "'', '', --physdev-in p1, false",
        "'', '', ! --physdev-in p1, true",
        "'', '', ! --physdev-out p1, true",
        "'', '', --physdev-is-in, false",
        "'', '', ! --physdev-is-in, true",
        "'', '', '! --physdev-in p1 --physdev-is-out', false",
        "'', '', '! --physdev-is-in ! --physdev-is-bridged', true",
    })
    void the_ports_of_the_bridge_are_compared(String in, String out, String options, boolean holds) {
        Skb.BridgePorts ports = new Skb.BridgePorts(port(in), port(out));
        var packet = Packets.udp(IpAddress.of("10.5.0.2"), 1, IpAddress.of("10.5.0.3"), 2)
                .build();
        var context = Met.skb(Skb.sent(1, packet).withBridge(ports), null);
        var match = Written.FORWARD.match("-m physdev " + options);
        assertThat(match.matches(context)).isEqualTo(holds);
    }

    private static Optional<Device> port(String name) {
        return Optional.of(name).filter(n -> !n.isEmpty()).map(n -> new Device(4, n));
    }
}
