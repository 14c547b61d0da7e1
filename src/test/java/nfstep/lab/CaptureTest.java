package nfstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.event.PathEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureTest {
    @ParameterizedTest(name = "tcpdump -i {0}: {1} packets")
    @CsvSource(
            delimiter = '|',
            value = {
                "lo                                    | 4",
                "any                                   | 4",
                "lo -c 1                               | 1",
                "lo icmp                               | 2",
                "lo icmp or udp port 53                | 4",
                "lo not icmp                           | 2",
                "lo udp dst portrange 50-60            | 2",
                "lo portrange 54-60                    | 0",
                "lo src or dst host 127.0.0.2          | 0",
                "lo ip proto 17                        | 2",
                "lo 'net 127.0.0.0/8 and (icmp or tcp)' | 2",
                "lo -nn -vvv -e -s 0 'udp && !port 53' | 0",
            })
    void what_a_capture_keeps_of_a_ping_and_two_datagrams(String words, int count) {
        String rest = words.strip().replaceFirst("\\S+", "");
        String device = words.strip().substring(0, words.strip().length() - rest.length());
        Played lab = Played.of(
                "ip link set lo up\nnc -lku 53 &\ntcpdump -i " + device + rest
                        + " -w a.cap &\nping -c1 127.0.0.1\nsend udp 127.0.0.1:9 127.0.0.1:53\nsend udp 127.0.0.1:9 127.0.0.1:53\n");
        assertThat(lab.stopped()).isEmpty();
        assertThat(lab.events().stream().filter(PathEvent.Captured.class::isInstance))
                .hasSize(count);
    }
}
