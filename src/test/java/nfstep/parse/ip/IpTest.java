package nfstep.parse.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nfstep.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpTest {
    /** Two hosts and a router, as somebody would type it. */
    static Shell router() {
        return new Shell()
                .run(
                        "ip netns add a",
                        "ip netns add b",
                        "ip link add eth0 type veth peer name e0 netns a",
                        "ip link add eth1 type veth peer name e0 netns b",
                        "ip addr add 10.1.0.1/24 dev eth0",
                        "ip addr add 10.2.0.1/24 dev eth1",
                        "ip link set eth0 up",
                        "ip l set dev eth1 up",
                        "ip -n a a add 10.1.0.2/24 dev e0",
                        "ip -n a l set e0 up",
                        "ip netns exec a ip r add default via 10.1.0.1",
                        "ip -n b addr add 10.2.0.2/24 dev e0",
                        "ip -n b link set e0 up mtu 1400",
                        "ip -n b route add default via 10.2.0.1 metric 50",
                        "sysctl -qw net.ipv4.ip_forward=1");
    }

    @Test
    void what_ip_shows_of_a_router_is_as_ip_prints_it() {
        Shell shell = router().run(
                        "ip route add 20.0.0.0/8 via 10.2.0.2 src 10.1.0.1 mtu 1300",
                        "ip route add unreachable 30.0.0.0/8 metric 9",
                        "ip rule add from 10.1.0.0/24 fwmark 7 lookup 100",
                        "ip rule add not iif eth9 blackhole pref 10",
                        "ip neigh add 10.1.0.9 lladdr 02:00:00:00:00:99 dev eth0",
                        "ip -n b link set e0 down");
        StringBuilder out = new StringBuilder();
        for (String line : List.of(
                "ip link",
                "ip -n b link show e0",
                "ip addr",
                "ip -4 a s dev eth0",
                "ip -6 addr",
                "ip route",
                "ip route show table all",
                "ip route show dev eth0",
                "ip route get 20.0.0.1",
                "ip route get 10.1.0.1",
                "ip rule",
                "ip neigh",
                "ip netns",
                "sysctl net.ipv4.ip_forward net.ipv4.conf.eth0.forwarding")) {
            out.append("$ ").append(line).append('\n').append(shell.say(line));
        }
        Golden.check("parse/ip/router.txt", out.toString());
    }

    @Test
    void what_is_wrong_with_a_command_is_said_with_its_place_and_what_to_write() {
        Shell shell = router();
        StringBuilder out = new StringBuilder();
        for (String line : MISTAKES) {
            out.append("$ ").append(line).append('\n').append(shell.say(line));
        }
        Golden.check("parse/ip/mistakes.txt", out.toString());
    }

    private static final List<String> MISTAKES = List.of(
            "ip",
            "ip lnik",
            "ip tunnel add x",
            "ip -zz addr",
            "ip -n",
            "ip -n host link",
            "ip -n c link",
            "ip netns add a",
            "ip netns add host",
            "ip netns exec a",
            "ip netns frob",
            "ip link ad x",
            "ip link frob x",
            "ip link add x",
            "ip link add x type foo",
            "ip link add x type bridg",
            "ip link add averyveryverylongname type bridge",
            "ip link add x type veth",
            "ip link add x type veth peer name y netns c",
            "ip link add x type bridge stp_state 1",
            "ip link add link eth0 name x type vlan",
            "ip link set",
            "ip link set eth0",
            "ip link set eth0 frob",
            "ip link set eth0 mtu x",
            "ip link set eth0 mtu 10",
            "ip link set eth0 mtu",
            "ip link set eth0 up down",
            "ip link set eth0 address xx",
            "ip link set eth0 promisc on",
            "ip link set eht0 up",
            "ip addr add 10.0.0.1/24",
            "ip addr add 10.0.0.1/33 dev eth0",
            "ip addr add 10.0.0.1/24 eth0",
            "ip addr add 10.0.0.1/24 peer 2001::1 dev eth0",
            "ip addr add 2001::1/64 label eth0:1 dev eth0",
            "ip addr add 10.0.0.1/24 label a-label-too-long dev eth0",
            "ip addr add 10.0.0.1/24 dev eth0 autojoin",
            "ip addr add 10.1.0.1/24 dev eth0",
            "ip -6 addr add 10.0.0.1/24 dev eth0",
            "ip addr add 2001::1/64 brd + dev eth0",
            "ip addr add 10.0.0.1/24 dev eth0 valid_lft 100",
            "ip addr del 10.0.0.7/24 dev eth0",
            "ip route add",
            "ip route add 10.0.0.1/8 via 10.1.0.2",
            "ip route add 10.0.0.0/8",
            "ip route add 10.0.0.0/8 vai 10.1.0.2",
            "ip route add 10.0.0.0/8 via 10.9.0.2",
            "ip route add 10.0.0.0/8 via ::1",
            "ip route add 10.0.0.0/8 via 10.1.0.2 table foo",
            "ip route add 10.0.0.0/8 nexthop via 10.1.0.2",
            "ip route add default via 10.1.0.2 via 10.1.0.3",
            "ip route del 99.0.0.0/8",
            "ip route flush",
            "ip route get",
            "ip route get 99.0.0.1",
            "ip rule add from nope table 5",
            "ip rule add from 2001::/64 table 5",
            "ip rule add fwmark x table 5",
            "ip rule add goto 9",
            "ip rule del",
            "ip rule del pref 77",
            "ip neigh add 10.0.0.6 dev eth0",
            "ip neigh add 10.0.0.6 lladdr 02:00:00:00:00:07 dev eth0 nud reachable",
            "ip neigh del 10.0.0.6 dev eth0",
            "sysctl",
            "sysctl -w net.ipv4.ip_forward",
            "sysctl -w net.ipv4.ip_forward = 1",
            "sysctl -w net.ipv4.ip_forward=yes",
            "sysctl -w net.ipv4.ip_forwrad=1",
            "sysctl -w net.ipv4.conf.eth9.rp_filter=1",
            "sysctl -w net.ipv4.ip_default_ttl=300",
            "sysctl -w net.netfilter.nf_conntrack_max=10",
            "sysctl -p /etc/sysctl.conf");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "ip a, ip address show",
        "ip l, ip link show",
        "ip r, ip route show",
        "ip ru, ip rule show",
        "ip n, ip neigh show",
        "ip a s lo, ip addr show dev lo",
        "ip r l t all, ip route list table all",
        "ip -f inet6 r, ip -6 route",
        "ip ro g 10.1.0.2, ip route get 10.1.0.2"
    })
    void a_start_of_a_word_is_enough_where_ip_says_so(String written, String meant) {
        Shell shell = router();
        assertThat(shell.say(written)).isEqualTo(shell.say(meant)).doesNotContain("hint");
    }

    @Test
    void several_settings_are_written_by_one_sysctl() {
        Shell shell = router();
        assertThat(shell.say("sysctl -w net.ipv4.conf.all.rp_filter=1 net/ipv4/conf/eth0/rp_filter=0x2"))
                .isEqualTo("net.ipv4.conf.all.rp_filter = 1\nnet.ipv4.conf.eth0.rp_filter = 2\n");
        assertThat(shell.say("sysctl -n net.ipv4.conf.eth0.rp_filter")).isEqualTo("2\n");
        assertThat(shell.say("ip netns exec a sysctl net.ipv4.ip_forward")).isEqualTo("net.ipv4.ip_forward = 0\n");
    }
}
