package nfstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerTest {
    private static final String DAEMON = "dockerd\n";

    @Test
    void nothing_runs_without_a_daemon() {
        assertThat(Played.of("docker run -d --name a nginx\n").stopped()).contains("dockerd on a line before");
    }

    @ParameterizedTest(name = "{0} > {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "docker run --name a nginx| does not end by itself",
                "docker stop nobody| No such container: nobody",
                "docker network rm lost| network lost not found",
                "docker network rm bridge| pre-defined network",
                "docker network create --subnet 172.17.0.0/24 n| overlaps with that of network bridge",
                "docker network create bridge| already exists",
                "docker run -d --network lost debian| network lost not found",
                "docker run -d --ip 172.17.0.9 debian| on user defined networks only",
                "docker network disconnect bridge nobody| No such container: nobody",
                "docker exec nobody true| No such container",
            })
    void what_docker_refuses(String command, String part) {
        assertThat(Played.of(DAEMON + command.replace("true", "sleep 1") + "\n").stopped())
                .contains(part);
    }

    @Test
    void a_port_is_published_once() {
        Played lab = Played.of(DAEMON + "docker run -d -p 80:80 nginx\ndocker run -d -p 127.0.0.1:80:80 nginx\n");
        assertThat(lab.stopped()).contains("Bind for 127.0.0.1:80 failed: port is already allocated");
    }

    @Test
    void ranges_and_ports_without_a_number_on_the_host() {
        Played lab = Played.of(DAEMON + """
                docker run -d -p 8000-8001:9000-9001/udp debian
                docker run -d -p 80 nginx
                docker run -d -P nginx
                iptables -t nat -S DOCKER
                """);
        assertThat(lab.printed())
                .contains("--dport 8000 -j DNAT --to-destination 172.17.0.2:9000")
                .contains("-p udp -m udp --dport 8001 -j DNAT --to-destination 172.17.0.2:9001")
                .contains("--dport 32768 -j DNAT --to-destination 172.17.0.3:80")
                .contains("--dport 32769 -j DNAT --to-destination 172.17.0.4:80");
    }

    @ParameterizedTest(name = "docker {0}")
    @CsvSource({"20.10", "29"})
    void what_comes_goes_again_without_a_trace(String version) {
        String lab = "DOCKER_VERSION=" + version + " dockerd\niptables-save -t filter\niptables-save -t nat\n";
        String more = """
                docker network create one
                docker network create --internal two
                docker run -d --name a --network one -p 80:80 nginx
                docker run -d --name b -p 127.0.0.1:81:80 nginx
                docker network connect two a
                docker network connect one b
                docker restart a
                docker network disconnect one b
                docker stop a b
                docker rm a b
                docker network rm one
                docker network rm two
                iptables-save -t filter
                iptables-save -t nat
                """;
        Played played = Played.of(lab + more);
        assertThat(played.stopped()).isEmpty();
        String printed = played.printed().replaceAll("\\[\\d+:\\d+]|(?m)^#.*", "");
        assertThat(printed)
                .isEqualTo(Played.of(lab + lab.substring(lab.indexOf('\n') + 1))
                        .printed()
                        .replaceAll("\\[\\d+:\\d+]|(?m)^#.*", ""));
    }

    @Test
    void a_container_on_the_network_of_the_host_has_no_namespace() {
        Played lab = Played.of(DAEMON + """
                ip link set lo up
                docker run -d --name a --network host nginx
                curl http://127.0.0.1/
                docker rm -f a
                curl -s -S http://127.0.0.1/
                ip netns list
                """);
        assertThat(lab.printed()).isEqualTo("""
                ok
                curl: (7) Failed to connect to 127.0.0.1 port 80 after 0 ms: Couldn't connect to server
                """);
    }
}
