package nfstep.host.edit;

import static nfstep.host.edit.Edits.down;
import static nfstep.host.edit.Edits.pair;
import static nfstep.host.edit.Edits.up;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nfstep.host.LinkKind;
import nfstep.host.Network;
import nfstep.packet.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkEditTest {
    @Test
    void a_bare_network_is_one_whose_loopback_device_was_set_up() {
        Edits edits = new Edits().then(new AddNamespace("a"), up("a", "lo"));
        assertThat(edits.host("a").fib()).isEqualTo(edits.host("host").fib());
        assertThat(edits.host("a").addresses()).isEqualTo(edits.host("host").addresses());
        assertThat(edits.host("a").sysctls()).isEqualTo(edits.host("host").sysctls());
        assertThat(edits.host("a").links()).isEqualTo(edits.host("host").links());
    }

    @Test
    void the_peer_of_a_new_pair_has_the_lower_index_and_no_index_is_given_twice() {
        Edits edits = new Edits().then(pair("host", "v0", "host", "v1"));
        assertThat(edits.links("host")).containsExactly("1 lo up", "2 v1 down no-carrier", "3 v0 down no-carrier");
        edits.then(new DeleteLink("host", "v0"), pair("host", "v0", "host", "v1"));
        assertThat(edits.links("host")).containsExactly("1 lo up", "4 v1 down no-carrier", "5 v0 down no-carrier");
    }

    @Test
    void a_veth_has_a_carrier_when_both_ends_are_up() {
        Edits edits = new Edits().then(new AddNamespace("a"), pair("host", "eth0", "a", "e1"), up("host", "eth0"));
        assertThat(edits.link("host", "eth0").carrier()).isFalse();
        edits.then(up("a", "e1"));
        assertThat(edits.link("host", "eth0").carrier()).isTrue();
        edits.then(down("a", "e1"));
        assertThat(edits.link("host", "eth0").carrier()).isFalse();
    }

    @Test
    void a_bridge_loses_its_carrier_with_its_first_port_and_gets_it_back_when_a_port_runs() {
        Edits edits = Edits.wired().then(down("a", "e1"), bridge("br0"), up("host", "br0"));
        assertThat(edits.link("host", "br0").carrier()).isTrue();
        edits.then(SetLink.of("host", "eth0", new LinkSetting.Enslave("br0")));
        assertThat(edits.link("host", "br0").carrier()).isFalse();
        edits.then(up("a", "e1"));
        assertThat(edits.link("host", "br0").carrier()).isTrue();
        edits.then(new DeleteLink("host", "br0"));
        assertThat(edits.link("host", "eth0").master()).isEmpty();
    }

    @Test
    void a_device_that_moves_keeps_its_index_if_it_is_free_and_loses_its_addresses() {
        Edits edits = new Edits()
                .then(new AddNamespace("a"), pair("host", "v0", "host", "v1"))
                .then(Edits.address("v0", "10.0.0.1/24"), up("host", "v0"))
                .then(SetLink.of("host", "v0", new LinkSetting.Move("a")));
        assertThat(edits.links("a")).containsExactly("1 lo down", "3 v0 down no-carrier");
        assertThat(edits.addresses("a", "v0")).isEmpty();
        assertThat(edits.host("host").addresses()).hasSize(2);
        edits.then(pair("host", "w0", "host", "w1"), up("a", "v0"), up("host", "v1"));
        assertThat(edits.link("a", "v0").carrier()).isTrue();
        assertThat(edits.links("host")).contains("4 w1 down no-carrier", "5 w0 down no-carrier");
    }

    @Test
    void with_a_namespace_go_its_devices_and_the_other_ends_of_its_pairs() {
        Edits edits = Edits.wired().then(new DeleteNamespace("a"));
        assertThat(edits.links("host")).containsExactly("1 lo up");
        assertThat(edits.network().find("a")).isEmpty();
    }

    @Test
    void settings_are_done_in_their_order() {
        Edits edits = new Edits().then(new AddNamespace("a"), pair("host", "v0", "host", "v1"));
        edits.then(new SetLink(
                "host",
                "v0",
                List.of(
                        new LinkSetting.Move("a"),
                        new LinkSetting.Mtu(1300),
                        new LinkSetting.Rename("eth0"),
                        new LinkSetting.Up())));
        assertThat(edits.link("a", "eth0").mtu()).isEqualTo(1300);
        assertThat(edits.link("a", "eth0").up()).isTrue();
    }

    @Test
    void link_layer_addresses_are_given_by_order() {
        Edits edits = new Edits().then(pair("host", "v0", "host", "v1"), bridge("br0"));
        assertThat(edits.link("host", "v1").mac()).hasToString("02:00:00:00:00:01");
        assertThat(edits.link("host", "v0").mac()).hasToString("02:00:00:00:00:02");
        assertThat(edits.link("host", "br0").mac()).hasToString("02:00:00:00:00:03");
    }

    @Test
    void a_bridge_has_the_smallest_address_of_its_ports_until_it_is_given_one() {
        Edits edits =
                new Edits().then(bridge("br0"), pair("host", "v0", "host", "v1"), pair("host", "w0", "host", "w1"));
        assertThat(edits.link("host", "br0").mac()).hasToString("02:00:00:00:00:01");
        edits.then(set("w0", new LinkSetting.Enslave("br0")));
        assertThat(edits.link("host", "br0").mac()).hasToString("02:00:00:00:00:05");
        edits.then(set("v0", new LinkSetting.Enslave("br0")));
        assertThat(edits.link("host", "br0").mac()).hasToString("02:00:00:00:00:03");
        edits.then(set("v0", new LinkSetting.Address(MacAddress.of("02:00:00:00:00:09"))));
        assertThat(edits.link("host", "br0").mac()).hasToString("02:00:00:00:00:05");
        edits.then(set("v0", new LinkSetting.Release()), new DeleteLink("host", "w1"));
        assertThat(edits.link("host", "br0").mac()).isEqualTo(MacAddress.ZERO);
        edits.then(set("br0", new LinkSetting.Address(MacAddress.of("02:00:00:00:00:77"))));
        edits.then(set("v0", new LinkSetting.Enslave("br0")));
        assertThat(edits.link("host", "br0").mac()).hasToString("02:00:00:00:00:77");
    }

    @Test
    void the_newest_port_of_a_bridge_comes_first_and_hairpin_goes_with_the_port() {
        Edits edits = new Edits().then(bridge("br0"), pair("host", "v0", "host", "v1"));
        edits.then(set("v0", new LinkSetting.Enslave("br0")), set("v0", new LinkSetting.Hairpin(true)));
        edits.then(set("v1", new LinkSetting.Enslave("br0")));
        int bridge = edits.link("host", "br0").index();
        assertThat(edits.host("host").portsOf(bridge)).extracting(l -> l.name()).containsExactly("v1", "v0");
        assertThat(edits.link("host", "v0").port())
                .hasValueSatisfying(p -> assertThat(p.hairpin()).isTrue());
        edits.then(set("v0", new LinkSetting.Release()), set("v0", new LinkSetting.Enslave("br0")));
        assertThat(edits.host("host").portsOf(bridge)).extracting(l -> l.name()).containsExactly("v0", "v1");
        assertThat(edits.link("host", "v0").port())
                .hasValueSatisfying(p -> assertThat(p.hairpin()).isFalse());
    }

    @Test
    void a_vlan_follows_the_device_below() {
        Edits edits = Edits.wired();
        edits.then(new AddVlan("host", NewLink.named("eth0.5"), "eth0", 5), up("host", "eth0.5"));
        assertThat(edits.link("host", "eth0.5").carrier()).isTrue();
        assertThat(edits.link("host", "eth0.5").mac())
                .isEqualTo(edits.link("host", "eth0").mac());
        edits.then(new DeleteLink("host", "eth0"));
        assertThat(edits.links("host")).containsExactly("1 lo up");
    }

    static Object[][] refusals() {
        return new Object[][] {
            {new AddNamespace("a"), "Cannot create namespace file \"/run/netns/a\": File exists"},
            {new DeleteNamespace("x"), "Cannot remove namespace file \"/run/netns/x\": No such file or directory"},
            {up("x", "lo"), "Cannot open network namespace \"x\": No such file or directory"},
            {pair("host", "eth0", "a", "e2"), "RTNETLINK answers: File exists"},
            {pair("host", "eth2", "a", "e1"), "RTNETLINK answers: File exists"},
            {pair("host", "eth2", "host", "eth2"), "RTNETLINK answers: File exists"},
            {pair("host", "eth2", "x", "e2"), "Error: argument \"x\" is wrong: Invalid \"netns\" value"},
            {bridge("eth0"), "RTNETLINK answers: File exists"},
            {up("host", "eth1"), "Cannot find device \"eth1\" (did you mean 'eth0'?)"},
            {new DeleteLink("host", "lo"), "RTNETLINK answers: Operation not supported"},
            {set("eth0", new LinkSetting.Mtu(67)), "Error: mtu less than device minimum."},
            {set("eth0", new LinkSetting.Mtu(65536)), "Error: mtu greater than device maximum."},
            {set("eth0", new LinkSetting.Rename("lo")), "RTNETLINK answers: File exists"},
            {set("eth0", new LinkSetting.Enslave("lo")), "RTNETLINK answers: Operation not supported"},
            {set("lo", new LinkSetting.Enslave("br0")), "RTNETLINK answers: Invalid argument"},
            {set("br0", new LinkSetting.Enslave("br0")), "Error: Can not enslave a bridge to a bridge."},
            {
                set("eth0", new LinkSetting.Enslave("br1")),
                "Error: argument \"br1\" is wrong: Device does not exist (did you mean 'br0'?)"
            },
            {set("br0", new LinkSetting.Move("a")), "Error: The interface netns is immutable."},
            {set("eth0", new LinkSetting.Move("x")), "Error: argument \"x\" is wrong: Invalid \"netns\" value"},
            {
                set("eth0", new LinkSetting.Address(MacAddress.of("01:00:00:00:00:01"))),
                "RTNETLINK answers: Cannot assign requested address"
            },
        };
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void what_the_kernel_refuses_is_refused_in_its_words(nfstep.host.NetworkEdit edit, String words) {
        assertThat(Edits.wired().then(bridge("br0")).refusal(edit)).isEqualTo(words);
    }

    private static AddLink bridge(String name) {
        return new AddLink(Network.HOST, NewLink.named(name), LinkKind.BRIDGE);
    }

    private static SetLink set(String name, LinkSetting setting) {
        return SetLink.of("host", name, setting);
    }
}
