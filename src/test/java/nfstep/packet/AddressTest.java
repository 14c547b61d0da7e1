package nfstep.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest(name = "{0} is printed as {1}")
    @CsvSource({
        "10.0.2.15, 10.0.2.15",
        "255.255.255.255, 255.255.255.255",
        "2001:0db8::0001, 2001:db8::1",
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:DB8::ABCD, 2001:db8::abcd",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "1:0:0:0:0:0:0:0, 1::",
        "1::0:2:3:4:5:6, 1::2:3:4:5:6",
        "::ffff:10.0.0.1, ::ffff:10.0.0.1",
        "::ffff:0a00:0001, ::ffff:10.0.0.1",
        "::10.0.0.1, ::10.0.0.1",
        "64:ff9b::10.0.0.1, 64:ff9b::a00:1",
        "fe80:0:0:0:200:0:fe00:1, fe80::200:0:fe00:1"
    })
    void text_is_canonical(String written, String printed) {
        assertThat(IpAddress.of(written)).hasToString(printed);
        assertThat(IpAddress.of(printed)).isEqualTo(IpAddress.of(written));
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "256.0.0.1",
                "01.2.3.4",
                "1.2.3.-4",
                "1.2.3.4 ",
                "1..2.3",
                "0x1.2.3.4",
                "\u0661.2.3.4",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "g::",
                "::1.2.3",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1:2:3:4:5:6:7:8::",
                "fe80::1%eth0",
                "1:",
                ":1",
                "1:2:3:4:5:6:7::8:9",
                "::1:",
                "[::1]"
            })
    void what_is_no_address_is_none(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "ff02::1, multicast",
        "127.3.2.1, loopback",
        "::1, loopback",
        "0.0.0.0, unspecified",
        "::, unspecified",
        "169.254.1.1, link-local",
        "fe80::1, link-local",
        "febf::1, link-local",
        "255.255.255.255, broadcast",
        "240.0.0.1, none",
        "fec0::1, none",
        "::2, none"
    })
    void kinds_are_told_apart(String text, String kind) {
        IpAddress it = IpAddress.of(text);
        assertThat(List.of(
                        it.isMulticast(),
                        it.isLoopback(),
                        it.isUnspecified(),
                        it.isLinkLocal(),
                        it.isLimitedBroadcast()))
                .isEqualTo(List.of(
                        kind.equals("multicast"),
                        kind.equals("loopback"),
                        kind.equals("unspecified"),
                        kind.equals("link-local"),
                        kind.equals("broadcast")));
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        "10.0.0.255, 1, 10.0.1.0",
        "0.0.0.0, -1, 255.255.255.255",
        "255.255.255.255, 2, 0.0.0.1",
        "::ffff:ffff:ffff:ffff, 1, 0:0:0:1::",
        "0:0:0:1::, -1, ::ffff:ffff:ffff:ffff",
        "::, -1, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
    })
    void addresses_are_counted_around_the_end(String from, long places, String to) {
        assertThat(IpAddress.of(from).plus(places)).isEqualTo(IpAddress.of(to));
    }

    @Test
    void order_is_that_of_unsigned_numbers() {
        List<IpAddress> ordered = List.of(
                IpAddress.of("0.0.0.1"),
                IpAddress.of("10.0.0.1"),
                IpAddress.of("200.0.0.1"),
                IpAddress.of("::1"),
                IpAddress.of("::8000:0:0:0"),
                IpAddress.of("fe80::"));
        assertThat(ordered).isSorted();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(IpFamily.class)
    void text_and_bytes_come_back(IpFamily family) {
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = new byte[family.bits() / 8];
            random.nextBytes(bytes);
            for (int k = random.nextInt(bytes.length); k > 0; k--) {
                bytes[random.nextInt(bytes.length)] = 0;
            }
            IpAddress address = IpAddress.of(bytes);
            assertThat(address.bytes()).isEqualTo(bytes);
            assertThat(IpAddress.of(address.toString())).isEqualTo(address);
        }
    }

    @Test
    void families_do_not_mix() {
        assertThatThrownBy(() -> Ipv4Address.ANY.and(Ipv6Address.ANY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IpAddress.of(new byte[5])).hasMessageContaining("5 bytes");
    }
}
