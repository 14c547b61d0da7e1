package nfstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of a connection whose first segment makes a redirect; its quotation differs on every kernel. */
class RedirectTest {
    private static final String NETWORK = """
            ip netns add c
            ip netns add o
            ip link add br0 type bridge
            ip link add p1 type veth peer name eth0 netns c
            ip link add p2 type veth peer name eth0 netns o
            ip link set p1 master br0
            ip link set p2 master br0
            ip link set br0 up
            ip link set p1 up
            ip link set p2 up
            ip addr add 10.1.0.1/24 dev br0
            ip -n c addr add 10.1.0.2/24 dev eth0
            ip -n c link set eth0 up
            ip -n o addr add 10.1.0.9/24 dev eth0
            ip -n o link set eth0 up
            ip -n o link set lo up
            ip -n o addr add 50.0.0.1/8 dev lo
            ip -n c route add default via 10.1.0.1
            ip route add 50.0.0.0/8 via 10.1.0.9
            sysctl -w net.ipv4.ip_forward=1
            """;

    @Test
    void a_redirect_does_not_end_a_connection_attempt() {
        Played lab = Played.of(NETWORK + "ip netns exec o nc -l 80 &\nip netns exec c nc -z -v -w2 50.0.0.1 80\n");
        assertThat(lab.sentences()).contains("ICMP redirect", "succeeded").doesNotContain("attempt fails");
    }
}
