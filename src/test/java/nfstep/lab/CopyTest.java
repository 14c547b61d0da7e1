package nfstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nfstep.event.Event;
import nfstep.event.PathEvent;
import nfstep.packet.Packet;
import nfstep.rules.CtRef;
import nfstep.rules.Skb;
import org.junit.jupiter.api.Test;

/** The order of what happens to a copy of TEE and to the packet that it is made of. */
class CopyTest {
    private static final String ROUTER = """
            ip link add r type dummy
            ip addr add 10.1.0.1/24 dev r
            ip neigh add 10.1.0.9 lladdr 02:00:00:00:00:09 dev r
            ip link set r up
            iptables -t mangle -A INPUT -p udp --dport 7 -j TEE --gateway 10.1.0.9
            """;
    private static final String COME = "send udp 10.1.0.2:4000 10.1.0.1:7 in r\n";

    @Test
    void a_copy_leaves_untracked_whole_and_a_hop_older_before_the_packet_goes_on() {
        Played lab = Played.of(ROUTER + COME);
        Skb copy = lab.events().stream()
                .filter(PathEvent.Copied.class::isInstance)
                .map(e -> ((PathEvent.Copied) e).skb())
                .findFirst()
                .orElseThrow();
        Packet packet = copy.packet();
        assertThat(copy.ct()).isEqualTo(CtRef.UNTRACKED);
        assertThat(packet.dontFragment()).isTrue();
        assertThat(packet.ttl()).isEqualTo(63);
        assertThat(after(lab, PathEvent.Copied.class)).containsSubsequence("Transmitted", "Resumed", "Delivered");
    }

    @Test
    void an_answer_to_a_copy_is_sent_before_the_packet_goes_on() {
        Played lab = Played.of(ROUTER + "iptables -A OUTPUT -p udp --dport 7 -j REJECT\n" + COME);
        assertThat(after(lab, PathEvent.Copied.class))
                .containsSubsequence("Paused", "Sent", "Resumed", "Resumed", "Delivered");
    }

    @Test
    void a_copy_is_not_copied_again() {
        Played lab = Played.of(ROUTER + "iptables -t mangle -A OUTPUT -j TEE --gateway 10.1.0.9\n" + COME);
        assertThat(lab.sentences()).contains("no copy: the packet is one itself");
    }

    /** The kinds of the events that follow the first of that kind. */
    private static List<String> after(Played lab, Class<? extends Event> kind) {
        return lab.events().stream()
                .dropWhile(e -> !kind.isInstance(e))
                .map(e -> e.getClass().getSimpleName())
                .toList();
    }
}
