package nfstep.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressChoiceTest {
    private static final Namespace HOST = withAddresses();

    private static Namespace withAddresses() {
        Namespace host = Hosts.withAddress(Hosts.plain(), 1, "127.0.0.1/8", Scope.HOST);
        host = Hosts.withAddress(host, 2, "10.1.0.1/24", Scope.UNIVERSE);
        host = Hosts.withAddress(host, 2, "10.6.0.1/24", Scope.UNIVERSE);
        host = Hosts.withAddress(host, 2, "fe80::2/64", Scope.LINK);
        host = Hosts.withAddress(host, 2, "2001:db8:1::1/64", Scope.UNIVERSE);
        host = Hosts.withAddress(host, 3, "2001:db8:2::1/64", Scope.UNIVERSE);
        return Hosts.withAddress(host, 3, "fe80::3/64", Scope.LINK);
    }

    @ParameterizedTest(name = "via {0}: {1}")
    @CsvSource({"10.1.0.9, 10.1.0.1", "10.6.0.9, 10.6.0.1", "10.9.0.9, 10.1.0.1"})
    void a_gateway_in_a_subnet_of_the_device_gives_that_subnets_address(String gateway, String source) {
        Route route = Hosts.via("99.0.0.0/8", gateway, 2);
        assertThat(AddressChoice.sourceFor(HOST, route, IpAddress.of("99.0.0.1")))
                .contains(IpAddress.of(source));
        assertThat(AddressChoice.masqueradeSource(HOST, 2, IpAddress.of(gateway)))
                .contains(IpAddress.of(source));
    }

    @Test
    void the_preferred_source_of_a_route_comes_first() {
        Optional<IpAddress> preferred = Optional.of(IpAddress.of("10.6.0.1"));
        Route route = Hosts.via("99.0.0.0/8", "10.1.0.9", 2).from(preferred, Route.BOOT);
        assertThat(AddressChoice.sourceFor(HOST, route, IpAddress.of("99.0.0.1")))
                .isEqualTo(preferred);
    }

    @Test
    void a_packet_to_an_own_address_comes_from_that_address() {
        IpAddress own = IpAddress.of("10.1.0.1");
        assertThat(AddressChoice.sourceFor(HOST, Hosts.local("10.1.0.1/32", 2), own))
                .contains(own);
    }

    @Test
    void a_device_without_address_borrows_from_the_first_that_has_one() {
        assertThat(AddressChoice.masqueradeSource(HOST, 3, IpAddress.of("10.8.0.1")))
                .contains(IpAddress.of("10.1.0.1"));
        assertThat(AddressChoice.masqueradeSource(HOST, 1, IpAddress.of("127.0.0.5")))
                .contains(IpAddress.of("10.1.0.1"));
    }

    @Test
    void without_any_address_there_is_none() {
        assertThat(AddressChoice.masqueradeSource(Hosts.plain(), 2, IpAddress.of("10.8.0.1")))
                .isEmpty();
    }

    @Test
    void an_address_of_the_link_alone_is_not_used_for_the_world() {
        Namespace host = Hosts.withAddress(Hosts.plain(), 2, "169.254.1.1/16", Scope.LINK);
        assertThat(AddressChoice.masqueradeSource(host, 2, IpAddress.of("10.8.0.1")))
                .isEmpty();
        assertThat(AddressChoice.sourceTowards(host, 2, IpAddress.of("10.8.0.1")))
                .contains(IpAddress.of("169.254.1.1"));
    }

    @Test
    void the_first_address_of_a_device_is_that_of_its_family() {
        assertThat(AddressChoice.firstAddress(HOST, 2, IpFamily.IPV4)).contains(IpAddress.of("10.1.0.1"));
        assertThat(AddressChoice.firstAddress(HOST, 2, IpFamily.IPV6)).contains(IpAddress.of("fe80::2"));
        assertThat(AddressChoice.firstAddress(HOST, 3, IpFamily.IPV4)).isEmpty();
    }

    @ParameterizedTest(name = "to {0} by device {1}: {2}")
    @CsvSource({
        "2001:db8:9::1, 2, 2001:db8:1::1",
        "2001:db8:9::1, 3, 2001:db8:2::1",
        "fe80::77, 3, fe80::3",
        "ff02::1, 2, fe80::2"
    })
    void an_ipv6_source_follows_rfc_6724(String destination, int link, String source) {
        Route route = Hosts.dev("::/0", link);
        assertThat(AddressChoice.sourceFor(HOST, route, IpAddress.of(destination)))
                .contains(IpAddress.of(source));
    }
}
