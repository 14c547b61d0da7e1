package nfstep.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixTest {
    @ParameterizedTest(name = "{0} from {1} to {2}")
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0, 10.255.255.255",
        "172.17.5.1/16, 172.17.0.0, 172.17.255.255",
        "10.0.0.1, 10.0.0.1, 10.0.0.1",
        "0.0.0.0/0, 0.0.0.0, 255.255.255.255",
        "10.0.0.128/25, 10.0.0.128, 10.0.0.255",
        "2001:db8::1/64, 2001:db8::, 2001:db8::ffff:ffff:ffff:ffff",
        "2001:db8::ff/122, 2001:db8::c0, 2001:db8::ff",
        "::/0, ::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
    })
    void it_holds_the_addresses_from_first_to_last(String text, String first, String last) {
        Prefix prefix = Prefix.of(text);
        assertThat(prefix.address()).hasToString(first);
        assertThat(prefix.broadcast()).hasToString(last);
        assertThat(prefix.contains(prefix.address())).isTrue();
        assertThat(prefix.contains(prefix.broadcast())).isTrue();
        assertThat(prefix.length() > 0 && prefix.contains(prefix.broadcast().plus(1)))
                .isFalse();
        assertThat(prefix.length() > 0 && prefix.contains(prefix.address().plus(-1)))
                .isFalse();
        assertThat(Prefix.of(prefix.toString())).isEqualTo(prefix);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "::/129",
                "10.0.0/8",
                "/8",
                "10.0.0.0/8 ",
                "1.2.3.4/255.0.0.0"
            })
    void what_is_no_prefix_is_none(String text) {
        assertThat(Prefix.parse(text)).isEmpty();
    }

    @Test
    void host_bits_are_refused() {
        assertThatThrownBy(() -> new Prefix(IpAddress.of("10.0.0.1"), 8)).hasMessageContaining("10.0.0.1/8");
        assertThatThrownBy(() -> Prefix.of(IpAddress.of("::"), 129)).hasMessageContaining("129");
    }

    @Test
    void families_do_not_contain_each_other() {
        assertThat(Prefix.any(IpFamily.IPV4).contains(Ipv6Address.ANY)).isFalse();
        assertThat(Prefix.any(IpFamily.IPV6).contains(Ipv4Address.ANY)).isFalse();
        assertThat(Prefix.of("10.0.0.0/8").contains(Prefix.of("10.1.0.0/16"))).isTrue();
        assertThat(Prefix.of("10.1.0.0/16").contains(Prefix.of("10.0.0.0/8"))).isFalse();
    }

    @ParameterizedTest(name = "{0}/{1} and {2}: {3}")
    @CsvSource({
        "10.0.0.1, 255.0.0.255, 10.9.9.1, true",
        "10.0.0.1, 255.0.0.255, 10.9.9.2, false",
        "10.0.0.1, 255.0.0.255, ::1, false",
        "::1, ::ffff, 2001:db8::1, true",
        "::1, ::ffff, 2001:db8::2, false"
    })
    void a_mask_may_have_gaps(String address, String mask, String other, boolean matches) {
        AddressMask it = new AddressMask(IpAddress.of(address), IpAddress.of(mask));
        assertThat(it.matches(IpAddress.of(other))).isEqualTo(matches);
        assertThat(it.prefixLength()).isEmpty();
    }

    @Test
    void a_mask_is_printed_as_short_as_it_can_be() {
        assertThat(AddressMask.of(Prefix.of("10.0.0.0/8"))).hasToString("10.0.0.0/8");
        assertThat(new AddressMask(IpAddress.of("10.0.3.1"), IpAddress.of("255.0.0.255")))
                .hasToString("10.0.0.1/255.0.0.255");
        assertThat(AddressMask.any(IpFamily.IPV6)).hasToString("::/0");
    }
}
