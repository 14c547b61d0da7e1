package nfstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomTest {
    private static final String HOST = """
            ip link set lo up
            iptables -t nat -A POSTROUTING -p udp -j SNAT --to-source 127.0.0.1 --random-fully
            """;
    private static final String SEND = "send udp 127.0.0.1:4000 127.0.0.1:9\n";

    private static final String CHANCE = """
            ip link set lo up
            iptables -A OUTPUT -p udp -m statistic --mode random --probability 0.5 -j DROP
            """;

    @Test
    void each_draw_takes_the_next_value_that_the_lab_chose() {
        Played lab = Played.of(HOST + "random nat 5000 6000\nrandom nat 7000\n" + SEND
                + "expect conntrack 'sport=9 dport=5000'\nsend udp 127.0.0.1:4001 127.0.0.1:9\n"
                + "expect conntrack 'sport=9 dport=6000'\nsend udp 127.0.0.1:4002 127.0.0.1:9\n"
                + "expect conntrack 'sport=9 dport=7000'\n");
        assertThat(lab.failures()).isEmpty();
        assertThat(lab.stopped()).isEmpty();
    }

    @Test
    void the_walk_says_that_the_lab_chose() {
        assertThat(Played.of(HOST + "random nat 5000\n" + SEND).sentences())
                .contains("what NAT draws next: 5000")
                .contains("NAT draws from 1024-65535: the lab chose 5000")
                .contains("port 4000: 5000 instead (random), from 5000 on as the lab chose");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "random port 50000 | nc -u -w1 127.0.0.1 9 <<'X';hello;X | 127.0.0.1.50000 > 127.0.0.1.9",
                "random port 50000 | nc -z -w1 127.0.0.1 9 | 127.0.0.1.50000 > 127.0.0.1.9",
                "random port 50000 | traceroute -q1 -m1 127.0.0.1 | 127.0.0.1.50000 > 127.0.0.1.33434",
                "random id 7 | ping -c1 127.0.0.1 | ping waits for answers with id 7",
                "random id 7 | traceroute -I -q1 -m1 127.0.0.1 | traceroute waits for answers with id 7",
                "random isn 4294967295 | nc -z -w1 127.0.0.1 9 | seq 4294967295",
            })
    void programs_draw_what_the_lab_chose(String choice, String command, String seen) {
        Played lab = Played.of(HOST + choice + "\n" + command.replace(';', '\n') + "\n");
        assertThat(lab.failures()).isEmpty();
        assertThat(lab.sentences()).contains(seen);
    }

    @Test
    void both_ends_of_a_connection_draw_the_first_number_of_their_own_namespace() {
        assertThat(Played.of("""
                                ip link set lo up
                                nc -l -p 9 &
                                random isn 10 20
                                nc -z -w1 127.0.0.1 9
                                expect packet lo in flags S seq 10
                                expect packet lo in flags SA seq 20 ack 11
                                """).failures()).isEmpty();
    }

    @ParameterizedTest(name = "{0} is drawn for {1}: {2}")
    @CsvSource({
        "0.3, --probability 0.5, true",
        "0.49999, --probability 0.5, true",
        "0.5, --probability 0.5, false",
        "0.7, --probability 0.7, false",
        "0, --probability 0.0000000005, true",
        "0.9999999995, --probability 0.9999999995, false",
        "0.3, ! --probability 0.5, false",
        "0.5, ! --probability 0.5, true",
    })
    void a_rule_matches_by_chance_where_less_is_drawn_than_its_probability(
            String drawn, String probability, boolean matches) {
        Played lab = Played.of("ip link set lo up\niptables -A OUTPUT -p udp -m statistic --mode random "
                + probability + " -j ACCEPT\nrandom statistic " + drawn + "\nsend udp 127.0.0.1:1 127.0.0.1:9\n"
                + "expect hits filter/OUTPUT:1 " + (matches ? 1 : 0) + "\n");
        assertThat(lab.failures()).isEmpty();
        assertThat(lab.sentences()).doesNotContain("UNCERTAIN");
    }

    @Test
    void chance_that_the_lab_did_not_choose_is_not_played() {
        Played lab = Played.of(CHANCE + "random statistic 0.3\n" + SEND + SEND);
        assertThat(lab.sentences())
                .contains("rule 1 of filter/OUTPUT holds for now: 0.3 was drawn, which is below 0.5")
                .containsOnlyOnce("UNCERTAIN: rule 1 of filter/OUTPUT depends on -m statistic, "
                        + "for which no line 'random statistic' says what is drawn");
    }

    @Test
    void a_number_is_drawn_only_where_the_conditions_before_hold_and_the_probability_leaves_a_choice() {
        assertThat(Played.of("ip link set lo up\n"
                                + "iptables -A OUTPUT -p tcp -m statistic --mode random --probability 0.5 -j DROP\n"
                                + "iptables -A OUTPUT -m statistic --mode random --probability 0 -j DROP\n"
                                + CHANCE + "random statistic 0.3\n" + SEND + "expect dropped filter/OUTPUT:3\n")
                        .failures())
                .isEmpty();
    }

    /** Opens a connection to the FTP server and announces port 51210 by it. */
    private static String ftp(String client, int port) {
        String send = "ip netns exec client send tcp " + client + ":" + port + " 10.2.0.2:21 ";
        return send + "flags S seq 1000\n"
                + "ip netns exec server send tcp 10.2.0.2:21 10.2.0.1:" + port + " flags SA seq 5000 ack 1001\n"
                + send + "flags A seq 1001 ack 5001\n"
                + send + "flags PA seq 1001 ack 5001 data 'USER x\\r\\n'\n"
                + send + "flags PA seq 1009 ack 5001 data 'PORT " + client.replace('.', ',') + ",200,10\\r\\n'\n";
    }

    @Test
    void nat_draws_the_port_that_a_helper_expects_if_another_connection_expects_its_own() {
        String router = """
                ip netns add client
                ip netns add server
                ip link add rc type veth peer name c0 netns client
                ip link add rs type veth peer name s0 netns server
                ip addr add 10.1.0.1/24 dev rc
                ip addr add 10.2.0.1/24 dev rs
                ip link set rc up
                ip link set rs up
                ip -n client addr add 10.1.0.2/24 dev c0
                ip -n client addr add 10.1.0.3/24 dev c0
                ip -n client link set c0 up
                ip -n client route add default via 10.1.0.1
                ip -n server addr add 10.2.0.2/24 dev s0
                ip -n server link set s0 up
                sysctl -w net.ipv4.ip_forward=1
                ip netns exec client iptables -t raw -A PREROUTING -j DROP
                ip netns exec server iptables -t raw -A PREROUTING -j DROP
                iptables -t raw -A PREROUTING -p tcp --dport 21 -j CT --helper ftp
                iptables -t nat -A POSTROUTING -o rs -j MASQUERADE
                random nat 60000
                """;
        Played lab = Played.of(router + ftp("10.1.0.2", 4000) + ftp("10.1.0.3", 4001) + "conntrack -L expect\n");
        assertThat(lab.failures()).isEmpty();
        assertThat(lab.sentences()).contains("NAT draws from 51210-65534: the lab chose 60000");
        assertThat(lab.printed()).contains("sport=0 dport=51210", "sport=0 dport=60000");
    }

    @ParameterizedTest(name = "chosen {0}, after {1} s it is {2}")
    @CsvSource({
        "15, 14, REACHABLE",
        "15, 16, STALE",
        "44, 43, REACHABLE",
        "44, 45, STALE",
        "none, 29, REACHABLE",
        "none, 31, STALE"
    })
    void a_neighbour_is_believed_as_long_as_the_lab_chose(String seconds, int later, String state) {
        Played lab = Played.of("""
                ip netns add a
                ip link add eth0 type veth peer name wan netns a
                ip link set eth0 up
                ip addr add 10.0.0.1/24 dev eth0
                ip -n a link set wan up
                ip -n a addr add 10.0.0.2/24 dev wan
                """
                + (seconds.equals("none") ? "" : "random reachable " + seconds + "\n")
                + "send udp 10.0.0.1:1 10.0.0.2:9\nsleep " + later + "\nip neigh\n");
        assertThat(lab.failures()).isEmpty();
        assertThat(lab.printed()).contains("10.0.0.2 dev eth0 lladdr 02:00:00:00:00:01 " + state);
    }

    @Test
    void a_port_that_a_socket_has_is_not_drawn_a_second_time() {
        assertThat(Played.of("""
                                ip link set lo up
                                nc -u -l -p 50000 &
                                random port 50000
                                nc -z -w1 127.0.0.1 9
                                random port 50000
                                nc -u -w1 127.0.0.1 9
                                """).stopped())
                .startsWith("test.lab:5:13: port 50000 cannot be drawn: "
                        + "in line 6 a program draws its port from the free ones of 32768-60999\n");
    }

    @Test
    void a_program_that_finds_no_way_draws_nothing() {
        assertThat(Played.of("random id 7\nping -c1 10.9.9.9\nip link set lo up\nping -c1 127.0.0.1\n")
                        .failures())
                .isEmpty();
    }

    @Test
    void a_choice_changes_no_other_draw() {
        String two = SEND + "send udp 127.0.0.1:4001 127.0.0.1:9\nconntrack -L\n";
        String seeded = Played.of(HOST + two).printed();
        String chosen = Played.of(HOST + "random nat 5000\n" + two).printed();
        assertThat(chosen).isNotEqualTo(seeded);
        assertThat(secondOf(chosen)).isEqualTo(secondOf(seeded));
    }

    private static String secondOf(String connections) {
        return connections
                .lines()
                .filter(line -> line.contains("sport=4001"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_chosen_for_one_namespace_is_drawn_in_no_other() {
        assertThat(Played.of("ip netns add a\n" + HOST + "ip netns exec a random nat 5000\n" + SEND)
                        .failures())
                .singleElement()
                .asString()
                .startsWith("nat 5000 was never drawn in a");
    }

    @Test
    void stepping_back_gives_a_draw_back() {
        LabRun run = Played.of(HOST + "random nat 5000\n" + SEND).run();
        assertThat(run.walk().end().world().draws().left()).isEmpty();
        long before = 0;
        for (int i = 0; i < run.walk().size(); i++) {
            before += run.walk().event(i).sentence().startsWith("NAT draws") ? i : 0;
        }
        assertThat(run.walk()
                        .at(nfstep.trace.Position.of((int) before))
                        .before()
                        .world()
                        .draws()
                        .left())
                .singleElement()
                .satisfies(draw -> assertThat(draw.value()).isEqualTo(5000));
    }

    @Test
    void a_value_that_cannot_be_drawn_stops_the_lab_at_the_command_that_draws() {
        assertThat(Played.of(HOST + "random nat 5000 80\n" + SEND + "send udp 127.0.0.1:4001 127.0.0.1:9\nsleep 1\n")
                        .stopped())
                .isEqualTo("test.lab:3:17: nat 80 cannot be drawn: in line 5 NAT draws from 1024-65535\n"
                        + "  random nat 5000 80\n                  ^^\n  hint: write one of 1024-65535");
    }

    @Test
    void a_value_that_nobody_draws_is_told_at_the_end() {
        assertThat(Played.of(HOST + SEND + "random nat 5000\n").failures())
                .containsExactly(
                        "nat 5000 was never drawn in host "
                                + "[NAT draws where a rule says --random or what it wants is taken; leave it out if nothing does]");
    }

    @Test
    void a_lab_that_may_go_on_tells_nothing_of_values_that_are_left() {
        LabRun run = new LabRun(
                Lab.parse(new SourceText("a.lab", HOST + "random nat 5000\n" + SEND + SEND))
                        .orElseThrow(),
                nfstep.lab.command.LabFiles.NONE);
        run.begin();
        assertThat(run.failures()).isEmpty();
    }

    @ParameterizedTest(name = "random {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nat 65536 | a.lab:1:12: random nat out of range 0-65535: 65536",
                "nat x | a.lab:1:12: random nat: 'x' is not a whole number",
                "nat | a.lab:1:11: random: a value is missing",
                "port 80 | a.lab:1:13: random port out of range 32768-60999: 80",
                "id 0 | a.lab:1:11: random id out of range 1-65535: 0",
                "isn -1 | a.lab:1:12: random isn: '-1' is not a whole number",
                "statistic 1 | a.lab:1:18: random statistic: '1' is not a number from 0 to 0.9999999995",
                "reachable 45 | a.lab:1:18: random reachable out of range 15-44: 45",
                "nta 1 | a.lab:1:8: random knows no 'nta'",
            })
    void what_is_no_choice_is_refused_before_anything_runs(String words, String problem) {
        assertThat(Lab.parse(new SourceText("a.lab", "random " + words + "\n")).render())
                .startsWith(problem + "\n");
    }
}
