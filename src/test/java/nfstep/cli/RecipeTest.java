package nfstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nfstep.Readme;
import nfstep.Run;
import nfstep.Run.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands for a server, run on one: a namespace of its own with devices, routes and rules. */
@Tag("kernel")
class RecipeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");
    private static final String SERVER = """
            set -e
            ip link set lo up
            ip link add eth0 type veth peer name cable
            ip link set eth0 up
            ip link set cable up
            ip addr add 10.0.2.15/24 dev eth0
            ip link add br0 type bridge
            ip link set br0 up
            ip addr add 172.17.0.1/16 dev br0
            ip addr add 172.17.0.9/16 dev br0
            ip route add default via 10.0.2.2 proto dhcp src 10.0.2.15 metric 100
            ip route add 192.168.7.0/24 via 10.0.2.2
            ip route add blackhole 10.9.0.0/16
            sysctl -qw net.ipv4.ip_forward=1 net.ipv4.conf.eth0.rp_filter=1
            iptables-legacy -P INPUT DROP
            iptables-legacy -A INPUT -s 203.0.113.0/24 -p tcp --dport 22 -m comment --comment "it's home" -j ACCEPT
            iptables-legacy -t nat -A POSTROUTING -s 172.17.0.0/16 ! -o br0 -j MASQUERADE
            """;
    private static final String PACKETS = """
            send tcp 203.0.113.7:40000 10.0.2.15:22 flags S in eth0
            expect delivered host
            send tcp 198.51.100.7:40000 10.0.2.15:22 flags S in eth0
            expect dropped filter/INPUT:policy
            send udp 172.17.0.2:40000 8.8.8.8:53 in br0
            expect packet eth0 out src 10.0.2.15 dst 8.8.8.8
            """;

    @TempDir
    Path folder;

    @Test
    void the_state_of_a_server_becomes_a_lab() throws Exception {
        onServer(blocks().get(1));
        Path lab = folder.resolve("server.lab");
        assertThat(lab).content().contains("sysctl -w net.ipv4.conf.eth0.rp_filter=1");
        Files.writeString(lab, Files.readString(lab) + PACKETS);
        works(Run.in(folder).command(Run.program(), "test", "server.lab"));
    }

    @Test
    void rules_alone_are_opened_with_devices_made_up() throws Exception {
        onServer(blocks().get(0));
        Outcome outcome = Run.in(folder).command(Run.program(), "run", "rules.txt");
        works(outcome);
        assertThat(outcome.out()).contains("br0");
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Readme.text())
                .results()
                .map((MatchResult block) -> block.group(1).replace("iptables-save", "iptables-legacy-save"))
                .toList();
    }

    private void onServer(String commands) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("server.sh"), SERVER + commands);
        works(Run.in(folder).command("unshare", "--net", "sh", "server.sh"));
    }

    private static void works(Outcome outcome) {
        assertThat(outcome.status()).as("%s%n%s", outcome.out(), outcome.err()).isZero();
    }
}
