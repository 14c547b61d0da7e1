package nfstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendTest {
    private static final String NETWORK = """
            ip netns add c
            ip link add rc type veth peer name eth0 netns c
            ip link set rc up
            ip -n c link set eth0 up
            ip addr add 10.1.0.1/24 dev rc
            ip -n c addr add 10.1.0.2/24 dev eth0
            """;

    @ParameterizedTest(name = "send {0}: {1}")
    @CsvSource({
        "'frag 0-3000', no fragment: 0-3000",
        "'frag 4-12', no fragment: 4-12",
        "'frag 8-12', no fragment: 8-12",
        "'frag 16-8', no fragment: 16-8",
        "'frag all', no fragment: all",
        "'ipopt 070', not IP options: 070",
        "'ipopt zz', not IP options: zz",
        "'hex 0fa', not bytes: 0fa",
        "'hex 0fa0', hex is all that follows the IP header",
        "'badsum', a raw socket makes the header checksum right",
        "'to ff:ff:ff:ff:ff:ff', is the address of a frame",
        "'in rc to ff:ff', not a link-layer address: ff:ff"
    })
    void a_shape_that_cannot_be_is_refused_before_anything_runs(String words, String message) {
        String text = "send udp 10.1.0.2:1 10.1.0.1:2 len 100 " + words + "\n";
        assertThat(Lab.parse(new SourceText("test.lab", text)).render()).contains(message);
    }

    @Test
    void a_host_that_does_not_heed_nine_redirects_gets_no_more_until_it_keeps_quiet() {
        StringBuilder text = new StringBuilder(NETWORK);
        text.append("ip route add 50.0.0.0/8 via 10.1.0.2\nsysctl -w net.ipv4.ip_forward=1\n");
        for (int i = 0; i < 12; i++) {
            text.append("send udp 10.1.0.2:1 50.0.0.1:53 in rc\nsleep 12\n");
        }
        text.append("sleep 9\nsend udp 10.1.0.2:1 50.0.0.1:53 in rc\n");
        Played lab = Played.of(text.toString());
        assertThat(lab.sentences()).containsOnlyOnce("redirects to 10.1.0.2 are limited: this is number 9");
        assertThat(lab.sentences().split("did not heed 9 redirects", -1)).hasSize(4);
        assertThat(lab.sentences().split("this is number 1\n", -1)).hasSize(3);
    }
}
