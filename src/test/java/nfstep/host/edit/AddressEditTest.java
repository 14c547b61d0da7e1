package nfstep.host.edit;

import static nfstep.host.edit.Edits.address;
import static nfstep.host.edit.Edits.down;
import static nfstep.host.edit.Edits.up;
import static nfstep.host.edit.Edits.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nfstep.host.Scope;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Linux 6.18 did when it was given the same commands. */
class AddressEditTest {
    @Test
    void an_address_on_a_device_that_is_down_is_local_and_nothing_else() {
        Edits edits = Edits.wired().then(down("host", "eth0"), address("eth0", "10.0.0.1/24"));
        assertThat(edits.routes("eth0", IpFamily.IPV4)).containsExactly("local 10.0.0.1/32 src 10.0.0.1");
        edits.then(up("host", "eth0"));
        assertThat(edits.routes("eth0", IpFamily.IPV4))
                .containsExactly(
                        "broadcast 10.0.0.255/32 src 10.0.0.1",
                        "local 10.0.0.1/32 src 10.0.0.1",
                        "unicast 10.0.0.0/24 src 10.0.0.1");
        edits.then(down("host", "eth0"));
        assertThat(edits.routes("eth0", IpFamily.IPV4)).containsExactly("local 10.0.0.1/32 src 10.0.0.1");
    }

    @ParameterizedTest(name = "{0}: {1} routes")
    @CsvSource({"10.0.0.1/24, 3", "10.0.0.1/31, 2", "10.0.0.1/32, 1", "10.0.0.0/32, 1", "10.9.0.1/0, 1", "0.0.0.5/24, 1"
    })
    void a_subnet_has_routes_as_it_has_room(String cidr, int routes) {
        assertThat(Edits.wired().then(address("eth0", cidr)).routes("eth0", IpFamily.IPV4))
                .hasSize(routes);
    }

    @Test
    void primary_addresses_stand_before_secondary_ones_and_near_ones_first() {
        Edits edits = Edits.wired()
                .then(address("eth0", "10.0.0.1/24"), address("eth0", "10.0.0.2/24"), address("eth0", "10.0.0.1/16"))
                .then(new AddAddress(
                        "host",
                        "eth0",
                        new NewAddress(IpAddress.of("169.254.1.1"), 16, Optional.empty(), Scope.LINK),
                        Write.ADD));
        assertThat(edits.addresses("host", "eth0").stream().filter(a -> a.contains(".")))
                .containsExactly("169.254.1.1/16", "10.0.0.1/24", "10.0.0.1/16", "10.0.0.2/24 secondary");
        assertThat(edits.routes("eth0", IpFamily.IPV4)).contains("local 10.0.0.2/32 src 10.0.0.1");
    }

    @Test
    void secondary_addresses_go_with_their_primary_one() {
        Edits edits = Edits.wired()
                .then(address("eth0", "10.0.0.1/24"), address("eth0", "10.0.0.2/24"), address("eth0", "10.0.0.1/16"))
                .then(without("eth0", "10.0.0.1"));
        assertThat(edits.addresses("host", "eth0")).containsExactlyInAnyOrder("10.0.0.1/16", "fe80::ff:fe00:2/64");
        assertThat(edits.routes("eth0", IpFamily.IPV4))
                .containsExactly(
                        "broadcast 10.0.255.255/32 src 10.0.0.1",
                        "local 10.0.0.1/32 src 10.0.0.1",
                        "unicast 10.0.0.0/16 src 10.0.0.1");
    }

    @Test
    void where_a_setting_says_so_a_secondary_address_is_promoted() {
        Edits edits = Edits.wired()
                .then(new SetSysctl("host", "net.ipv4.conf.eth0.promote_secondaries", 1))
                .then(address("eth0", "10.0.0.1/24"), address("eth0", "10.0.0.4/24"), address("eth0", "10.0.0.2/24"))
                .then(without("eth0", "10.0.0.1"));
        assertThat(edits.addresses("host", "eth0")).containsSubsequence("10.0.0.4/24", "10.0.0.2/24 secondary");
        assertThat(edits.routes("eth0", IpFamily.IPV4))
                .containsExactly(
                        "broadcast 10.0.0.255/32 src 10.0.0.4",
                        "local 10.0.0.2/32 src 10.0.0.4",
                        "local 10.0.0.4/32 src 10.0.0.4",
                        "unicast 10.0.0.0/24 src 10.0.0.4");
    }

    @Test
    void an_ipv6_address_is_used_when_its_device_runs() {
        Edits edits = Edits.wired().then(down("a", "e1"), down("host", "eth0"), address("eth0", "2001:db8::1/64"));
        assertThat(edits.routes("eth0", IpFamily.IPV6)).isEmpty();
        edits.then(up("host", "eth0"));
        assertThat(edits.routes("eth0", IpFamily.IPV6)).containsExactly("multicast ff00::/8", "unicast 2001:db8::/64");
        edits.then(up("a", "e1"));
        assertThat(edits.routes("eth0", IpFamily.IPV6))
                .containsExactly(
                        "local 2001:db8::1/128",
                        "local fe80::ff:fe00:2/128",
                        "multicast ff00::/8",
                        "unicast 2001:db8::/64",
                        "unicast fe80::/64");
        edits.then(down("host", "eth0"));
        assertThat(edits.routes("eth0", IpFamily.IPV6)).isEmpty();
        assertThat(edits.addresses("host", "eth0")).isEmpty();
    }

    @Test
    void disabling_ipv6_takes_its_addresses_away_and_enabling_it_gives_the_link_local_one() {
        Edits edits = Edits.wired()
                .then(address("eth0", "2001:db8::1/64"))
                .then(new SetSysctl("host", "net.ipv6.conf.all.disable_ipv6", 1));
        assertThat(edits.addresses("host", "eth0")).isEmpty();
        assertThat(edits.addresses("host", "lo")).containsExactly("127.0.0.1/8");
        assertThat(edits.refusal(address("eth0", "2001:db8::1/64")))
                .isEqualTo("Error: ipv6: IPv6 is disabled on this device.");
        edits.then(new SetSysctl("host", "net.ipv6.conf.all.disable_ipv6", 0));
        assertThat(edits.addresses("host", "eth0")).containsExactly("fe80::ff:fe00:2/64");
        assertThat(edits.addresses("host", "lo")).containsExactly("127.0.0.1/8", "::1/128");
    }

    @Test
    void a_flushed_device_has_no_addresses() {
        Edits edits = Edits.wired()
                .then(address("eth0", "10.0.0.1/24"), address("eth0", "10.0.0.2/24"), address("eth0", "10.0.0.3/24"))
                .then(new FlushAddresses("host", "eth0", Optional.empty(), Optional.empty()));
        assertThat(edits.addresses("host", "eth0")).isEmpty();
        assertThat(edits.routes("eth0", IpFamily.IPV4)).isEmpty();
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "10.0.0.1/24, eth0, Error: ipv4: Address already assigned.",
        "2001:db8::1/48, eth0, Error: ipv6: address already assigned.",
        "ff02::5/64, eth0, Error: ipv6: Cannot assign multicast address without \"IFA_F_MCAUTOJOIN\" flag.",
        "::/64, eth0, Error: ipv6: Invalid address.",
        "10.0.0.1/24, eth9, Cannot find device \"eth9\" (did you mean 'eth0'?)"
    })
    void what_the_kernel_refuses_is_refused_in_its_words(String cidr, String device, String words) {
        Edits edits = Edits.wired().then(address("eth0", "10.0.0.1/24"), address("eth0", "2001:db8::1/64"));
        assertThat(edits.refusal(address(device, cidr))).isEqualTo(words);
    }

    @Test
    void an_address_that_is_not_there_cannot_be_deleted() {
        assertThat(Edits.wired().refusal(without("eth0", "10.0.0.7"))).isEqualTo("Error: ipv4: Address not found.");
        assertThat(Edits.wired().refusal(without("eth0", "2001::7"))).isEqualTo("Error: ipv6: address not found.");
    }
}
