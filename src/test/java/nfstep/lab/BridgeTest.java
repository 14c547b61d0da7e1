package nfstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nfstep.event.BridgeEvent;
import nfstep.event.PathEvent;
import org.junit.jupiter.api.Test;

/** What is told of frames on a bridge, what captures see of them, and what is forgotten when. */
class BridgeTest {
    private static final String BRIDGE = """
            ip netns add a
            ip netns add b
            ip link add br0 type bridge
            ip link add p1 type veth peer name eth0 address 02:00:00:00:00:0a netns a
            ip link add p2 type veth peer name eth0 address 02:00:00:00:00:0b netns b
            ip link set p1 master br0
            ip link set p2 master br0
            ip link set p1 up
            ip link set p2 up
            ip link set br0 up
            ip addr add 10.5.0.1/24 dev br0
            ip -n a addr add 10.5.0.2/24 dev eth0
            ip -n b addr add 10.5.0.3/24 dev eth0
            ip -n a link set eth0 up
            ip -n b link set eth0 up
            """;
    private static final String SEND = "ip netns exec a send udp 10.5.0.2:1 10.5.0.3:9\n";

    @Test
    void each_step_of_a_bridged_frame_has_its_sentence() {
        Played lab = Played.of(BRIDGE + "ip netns exec b nc -u -l -p 9 &\nsleep 1\n" + SEND);
        List<String> told = lab.events().stream()
                .filter(BridgeEvent.class::isInstance)
                .map(e -> e.sentence())
                .toList();
        assertThat(told)
                .containsExactly(
                        "comes by p1, a port of br0, in a frame from 02:00:00:00:00:0a: "
                                + "10.5.0.2.1 > 10.5.0.3.9: UDP, length 0",
                        "iptables sees the frame, as IN=br0 PHYSIN=p1 (net.bridge.bridge-nf-call-iptables = 1)",
                        "br0: 02:00:00:00:00:0b is behind p2",
                        "br0 sends the frame on to p2",
                        "leaves host by p2, a port of br0: 10.5.0.2.1 > 10.5.0.3.9: UDP, length 0");
    }

    @Test
    void what_decides_whether_iptables_sees_a_frame_is_named() {
        String off = "sysctl -w net.bridge.bridge-nf-call-iptables=0\n";
        assertThat(Played.of(BRIDGE + off + SEND).sentences())
                .contains("iptables does not see the frame (net.bridge.bridge-nf-call-iptables = 0)");
        String own = "ip link set br0 type bridge nf_call_iptables 1\n";
        assertThat(Played.of(BRIDGE + off + own + SEND).sentences())
                .contains("iptables sees the frame, as IN=br0 PHYSIN=p1 (nf_call_iptables of br0 is 1)");
    }

    @Test
    void an_address_that_moves_is_learned_anew() {
        String move =
                "ip -n b link set eth0 address 02:00:00:00:00:0a\nip netns exec b send udp 10.5.0.3:1 10.5.0.2:9\n";
        assertThat(Played.of(BRIDGE + SEND + move).sentences())
                .contains("br0 learns: 02:00:00:00:00:0a is behind p2 now, no longer behind p1");
    }

    @Test
    void a_capture_at_a_port_sees_the_frame_and_one_at_the_bridge_what_prerouting_made_of_it() {
        String captures = """
                tcpdump -i p1 -w in.cap udp &
                tcpdump -i br0 -w bridge.cap udp &
                tcpdump -i br0 -p -w modest.cap udp &
                tcpdump -i p2 -w out.cap udp &
                sysctl -w net.ipv4.ip_forward=1
                iptables -t nat -A PREROUTING -d 10.5.0.1 -p udp -j DNAT --to-destination 10.5.0.3:9
                iptables -t nat -A POSTROUTING -p udp -j SNAT --to-source 10.5.0.2:777
                ip netns exec a send udp 10.5.0.2:1 10.5.0.1:53
                """;
        List<String> seen = Played.of(BRIDGE + captures).events().stream()
                .filter(PathEvent.Captured.class::isInstance)
                .map(e -> ((PathEvent.Captured) e).capture() + " "
                        + ((PathEvent.Captured) e).skb().packet())
                .toList();
        assertThat(seen)
                .containsExactly(
                        "in.cap 10.5.0.2.1 > 10.5.0.1.53: UDP, length 0",
                        "bridge.cap 10.5.0.2.1 > 10.5.0.3.9: UDP, length 0",
                        "out.cap 10.5.0.2.777 > 10.5.0.3.9: UDP, length 0");
    }

    @Test
    void a_neighbour_that_left_is_asked_for_when_its_time_is_over_and_then_unknown() {
        String left = "ip -n b addr del 10.5.0.3/24 dev eth0\n";
        assertThat(Played.of(BRIDGE + SEND + left + SEND).sentences())
                .doesNotContain("nobody on eth0 answers for 10.5.0.3");
        Played lab = Played.of(BRIDGE + SEND + left + "sleep 31\n" + SEND + "sleep 5\n" + SEND);
        assertThat(lab.sentences())
                .contains("eth0 hears nothing of 10.5.0.3 any more", "nobody on eth0 answers for 10.5.0.3");
    }
}
