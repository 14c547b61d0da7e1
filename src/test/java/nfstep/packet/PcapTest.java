package nfstep.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PcapTest {
    private static final Packet ECHO = Packets.icmpEcho(IpAddress.of("10.0.0.1"), IpAddress.of("10.0.0.2"), 1, 1)
            .payload(new byte[7])
            .build();
    private static final PcapFile FILE = new PcapFile(
            PcapFile.RAW,
            List.of(PcapRecord.of(1_500_000_000_123_456L, ECHO.bytes()), new PcapRecord(3, 1500, ECHO.slice(0, 28))));

    @Test
    void what_is_written_is_read() throws PcapFormatException {
        PcapFile read = PcapReader.read(PcapWriter.write(FILE));
        assertThat(read).isEqualTo(FILE);
        assertThat(read.records().get(0).packet(read.linkType())).contains(ECHO);
        assertThat(read.records().get(1).packet(read.linkType()).orElseThrow().icmp())
                .isPresent();
    }

    @Test
    void the_first_bytes_are_those_of_the_format() {
        assertThat(Bytes.of(PcapWriter.header(PcapFile.ETHERNET)))
                .hasToString("a1b2c3d4" + "00020004" + "00000000" + "00000000" + "00040000" + "00000001");
    }

    @Test
    void the_other_byte_order_and_nanoseconds_are_read() throws PcapFormatException {
        byte[] file = Bytes.ofHex("4d3cb2a1" + "02000400" + "00000000" + "00000000" + "00000400" + "65000000"
                        + "01000000" + "d0070000" + "02000000" + "09000000" + "abcd")
                .toArray();
        assertThat(PcapReader.read(file))
                .isEqualTo(new PcapFile(PcapFile.RAW, List.of(new PcapRecord(1_000_002, 9, Bytes.ofHex("abcd")))));
    }

    @Test
    void a_file_of_another_kind_is_refused() {
        assertThatThrownBy(() -> PcapReader.read(new byte[3])).hasMessage("not a pcap file: 3 bytes");
        assertThatThrownBy(() -> PcapReader.read(new byte[24])).hasMessageContaining("starts with 0x0");
    }

    @Test
    void a_frame_of_absurd_length_is_refused() {
        byte[] file = PcapWriter.write(FILE);
        file[32] = 0x7f;
        assertThatThrownBy(() -> PcapReader.read(file))
                .isInstanceOf(PcapFormatException.class)
                .hasMessageContaining("at offset 24");
    }

    @Test
    void cut_off_and_damaged_files_give_a_clear_answer() {
        byte[] whole = PcapWriter.write(FILE);
        Random random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(answer(bytes)).isNotEmpty();
        }
    }

    private static String answer(byte[] bytes) {
        try {
            return PcapReader.read(bytes).toString();
        } catch (PcapFormatException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
