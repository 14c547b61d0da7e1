package nfstep.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"02:00:00:00:00:01", "ff:ff:ff:ff:ff:ff", "00:00:00:00:00:00", "fe:dc:ba:98:76:54"})
    void text_and_bytes_come_back(String text) {
        MacAddress address = MacAddress.of(text);
        assertThat(address).hasToString(text);
        assertThat(MacAddress.of(address.bytes(), 0)).isEqualTo(address);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "02:00:00:00:00",
                "02-00-00-00-00-01",
                "02:00:00:00:00:0g",
                "02:00:00:00:00:1:",
                "0200:00:00:00:001"
            })
    void what_is_no_address_is_none(String text) {
        assertThat(MacAddress.parse(text)).isEmpty();
    }

    @Test
    void groups_have_the_lowest_bit_of_the_first_byte() {
        assertThat(MacAddress.BROADCAST.isMulticast()).isTrue();
        assertThat(MacAddress.of("01:00:5e:00:00:01").isMulticast()).isTrue();
        assertThat(MacAddress.of("02:00:00:00:00:01").isMulticast()).isFalse();
        assertThatThrownBy(() -> new MacAddress(1L << 48)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_frame_is_header_and_packet() {
        EthernetHeader header =
                new EthernetHeader(MacAddress.BROADCAST, MacAddress.of("02:00:00:00:00:01"), IpFamily.IPV4.etherType());
        Packet packet = Packets.icmpEcho(IpAddress.of("10.0.0.1"), IpAddress.of("10.0.0.2"), 1, 1)
                .build();
        byte[] frame = header.frame(packet);
        assertThat(EthernetHeader.parse(frame)).contains(header);
        assertThat(PcapRecord.of(0, frame).packet(PcapFile.ETHERNET)).contains(packet);
        assertThat(EthernetHeader.parse(new byte[13])).isEmpty();
    }
}
