package nfstep.host;

import static nfstep.host.Hosts.dev;
import static nfstep.host.Hosts.local;
import static nfstep.host.Hosts.refusing;
import static nfstep.host.Hosts.to;
import static nfstep.host.Hosts.tos;
import static nfstep.host.Hosts.via;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.Prefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FibLookupTest {
    private static final Namespace HOST = Hosts.with(
            Hosts.plain(),
            dev("10.0.0.0/24", 2),
            local("10.0.0.1/32", 2),
            dev("10.0.0.255/32", 2).as(Route.LOCAL_TABLE, RouteType.BROADCAST, Scope.LINK),
            via("0.0.0.0/0", "10.0.0.2", 2).withMetric(100),
            via("0.0.0.0/0", "10.1.0.2", 3).withMetric(50),
            via("20.0.0.0/8", "10.0.0.3", 2),
            via("20.1.0.0/16", "10.0.0.4", 2),
            tos(via("20.2.0.0/16", "10.0.0.6", 2), 0x10),
            via("20.2.0.0/16", "10.0.0.5", 2),
            refusing(RouteType.UNREACHABLE, "30.0.0.0/8"),
            refusing(RouteType.PROHIBIT, "31.0.0.0/8"),
            refusing(RouteType.BLACKHOLE, "32.0.0.0/8"),
            dev("2001:db8::/64", 2),
            via("::/0", "2001:db8::9", 2));

    @ParameterizedTest(name = "{0} is routed to {1}")
    @CsvSource({
        "10.0.0.77, 10.0.0.0/24",
        "10.0.0.1, 10.0.0.1/32",
        "10.0.0.255, 10.0.0.255/32",
        "20.9.0.1, 20.0.0.0/8",
        "20.1.0.1, 20.1.0.0/16",
        "99.0.0.1, 0.0.0.0/0",
        "2001:db8::7, 2001:db8::/64",
        "2001:db9::7, ::/0"
    })
    void the_longest_prefix_wins(String destination, String prefix) {
        assertThat(won(HOST, to(destination)).destination()).isEqualTo(Prefix.of(prefix));
    }

    @Test
    void of_equal_prefixes_the_smaller_metric_wins() {
        assertThat(won(HOST, to("99.0.0.1")).gateway()).contains(IpAddress.of("10.1.0.2"));
    }

    @Test
    void of_equal_prefixes_and_metrics_the_first_wins() {
        Namespace host = Hosts.with(Hosts.plain(), via("5.0.0.0/8", "10.0.0.8", 2), via("5.0.0.0/8", "10.0.0.9", 2));
        assertThat(won(host, to("5.0.0.1")).gateway()).contains(IpAddress.of("10.0.0.8"));
    }

    @ParameterizedTest(name = "tos {0} goes via {1}")
    @CsvSource({"0, 10.0.0.5", "16, 10.0.0.6", "8, 10.0.0.5", "20, 10.0.0.5", "19, 10.0.0.6"})
    void a_route_for_a_type_of_service_is_for_that_type_only(int tos, String gateway) {
        assertThat(won(HOST, to("20.2.0.1").with(tos, 0)).gateway()).contains(IpAddress.of(gateway));
    }

    @Test
    void a_packet_bound_to_a_device_takes_no_route_of_another() {
        FlowKey bound = new FlowKey(IpAddress.of("20.1.0.1"), IpAddress.of("0.0.0.0"), 0, 0, 1, 3);
        assertThat(won(HOST, bound).gateway()).contains(IpAddress.of("10.1.0.2"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "30.0.0.1, HOST_UNREACHABLE",
        "31.0.0.1, PROHIBITED",
        "32.0.0.1, INVALID",
        "2.2.2.2, NETWORK_UNREACHABLE"
    })
    void a_look_up_that_fails_says_why(String destination, FibResult.Failure failure) {
        Fib without = HOST.fib().withRoutes(HOST.fib().routes().minusAll(defaults()));
        assertThat(FibLookup.lookup(HOST.withFib(without), to(destination)).failure())
                .contains(failure);
    }

    private static java.util.List<Route> defaults() {
        return HOST.fib().routes().stream()
                .filter(r -> r.destination().length() == 0)
                .toList();
    }

    @Test
    void local_and_main_are_one_table_until_a_rule_is_added() {
        Namespace host = Hosts.with(Hosts.plain(), local("84.0.0.0/8", 1), via("84.1.0.0/16", "10.0.0.2", 2));
        assertThat(won(host, to("84.1.1.1")).type()).isEqualTo(RouteType.UNICAST);
        Namespace split = host.withFib(host.fib().withCustomRules());
        assertThat(won(split, to("84.1.1.1")).type()).isEqualTo(RouteType.LOCAL);
    }

    @Test
    void a_throw_route_leads_on_to_the_next_rule() {
        Route throwing = refusing(RouteType.THROW, "20.1.0.0/16").as(100, RouteType.THROW, Scope.UNIVERSE);
        Namespace host = Hosts.with(Hosts.with(HOST, throwing), rule("0.0.0.0/0", 0, 100));
        assertThat(won(host, to("20.1.0.1")).table()).isEqualTo(Route.MAIN_TABLE);
    }

    @Test
    void a_rule_for_a_mark_leads_marked_packets_to_its_table() {
        Route other = via("0.0.0.0/0", "10.1.0.9", 3).as(100, RouteType.UNICAST, Scope.UNIVERSE);
        Namespace host = Hosts.with(Hosts.with(HOST, other), rule("0.0.0.0/0", 7, 100));
        assertThat(won(host, to("20.1.0.1").with(0, 7)).table()).isEqualTo(100);
        assertThat(won(host, to("20.1.0.1").with(0, 6)).table()).isEqualTo(Route.MAIN_TABLE);
    }

    @Test
    void a_rule_for_a_source_does_not_apply_while_the_source_is_not_chosen() {
        Route other = via("0.0.0.0/0", "10.1.0.9", 3).as(100, RouteType.UNICAST, Scope.UNIVERSE);
        Namespace host = Hosts.with(Hosts.with(HOST, other), rule("10.0.0.0/24", 0, 100));
        assertThat(won(host, to("20.1.0.1")).table()).isEqualTo(Route.MAIN_TABLE);
        FlowKey chosen = FlowKey.sent(IpAddress.of("20.1.0.1"), IpAddress.of("10.0.0.1"));
        assertThat(won(host, chosen).table()).isEqualTo(100);
    }

    @Test
    void a_route_by_a_device_without_carrier_counts_unless_a_setting_says_otherwise() {
        Namespace host = HOST.with(HOST.link(2).orElseThrow().withCarrier(false));
        assertThat(won(host, to("20.1.0.1")).isVia(2)).isTrue();
        SysctlName ignore = SysctlName.find("net.ipv4.conf.eth0.ignore_routes_with_linkdown")
                .orElseThrow();
        Namespace strict = host.withSysctls(host.sysctls().with(ignore, 1));
        assertThat(won(strict, to("20.1.0.1")).isVia(3)).isTrue();
        assertThat(won(strict, to("10.0.0.1")).type()).isEqualTo(RouteType.LOCAL);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "10.0.0.1, LOCAL",
        "10.0.0.255, BROADCAST",
        "10.0.0.0, UNICAST",
        "30.0.0.1, UNICAST",
        "9.9.9.9, UNICAST",
        "255.255.255.255, BROADCAST",
        "0.0.0.0, BROADCAST",
        "224.0.0.1, MULTICAST",
        "239.1.1.1, MULTICAST",
        "ff02::1, MULTICAST",
        "::, UNICAST"
    })
    void only_the_local_table_gives_an_address_its_type(String address, RouteType type) {
        assertThat(HOST.fib().localType(IpAddress.of(address))).isEqualTo(type);
    }

    @Test
    void an_address_of_another_device_is_unicast_on_this_one() {
        IpAddress own = IpAddress.of("10.0.0.1");
        assertThat(FibLookup.localTypeOn(HOST.fib(), own, 2)).isEqualTo(RouteType.LOCAL);
        assertThat(FibLookup.localTypeOn(HOST.fib(), own, 3)).isEqualTo(RouteType.UNICAST);
    }

    private static RoutingRule rule(String from, int mark, int table) {
        return new RoutingRule(
                10,
                false,
                Prefix.of(from),
                Prefix.of("0.0.0.0/0"),
                Optional.empty(),
                Optional.empty(),
                mark,
                mark == 0 ? 0 : -1,
                0,
                table,
                java.util.OptionalInt.empty(),
                RouteType.UNICAST);
    }

    private static Route won(Namespace host, FlowKey key) {
        return FibLookup.lookup(host, key).route().orElseThrow();
    }
}
