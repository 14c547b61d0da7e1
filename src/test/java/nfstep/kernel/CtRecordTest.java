package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Messages of connection tracking, as a little-endian kernel was seen to send them. */
class CtRecordTest {
    /** {@code conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 ... -m 9 -w 3 -n 10.9.9.9}. */
    static final String MADE = "02000000"
            + "3400018014000180080001000a000001080002000a0000021c0002800500010006000000060002000fa00000"
            + "06000300005000003400028014000180080001000a000002080002000a0909091c0002800500010006000000"
            + "0600020000500000060003000fa00000060012000003000008000c000f57ae58080003000000019808000700"
            + "0000003c300004802c000180050001000100000005000200000000000500030000000000060004000a000000"
            + "060005000a0000001c0018800800010000000000080002000000000008000300000000000800080000000009";

    /** The same, flushed. */
    static final String FLUSHED = "02000000"
            + "3400018014000180080001000a000001080002000a0000021c0002800500010006000000060002000fa00000"
            + "06000300005000003400028014000180080001000a000002080002000a0909091c0002800500010006000000"
            + "0600020000500000060003000fa00000060012000003000008000c000f57ae58080003000000039808000700"
            + "0000003b1c0009800c00010000000000000000000c00020000000000000000001c000a800c00010000000000"
            + "000000000c0002000000000000000000100004800c00018005000100010000000800080000000009";

    /** A ping to itself that was answered, in a zone of the original direction. */
    private static final String PING = "02000000"
            + "4400018014000180080001007f000001080002007f00000124000280050001000100000006000400004d0000"
            + "0500050008000000050006000000000006000300000700003c00028014000180080001007f00000108000200"
            + "7f00000124000280050001000100000006000400004d00000500050000000000050006000000000008000c00"
            + "c64afad5080003000000020a080007000000001d1c0009800c00010000000000000000010c00020000000000"
            + "000000541c000a800c00010000000000000000010c00020000000000000000540800080000000005";

    static final String TUPLES = "src=10.0.0.1 dst=10.0.0.2 sport=4000 dport=80 ";
    static final String REPLY = "src=10.0.0.2 dst=10.9.9.9 sport=80 dport=4000 ";

    private static String line(TableChange.Kind kind, String message) {
        return CtRecord.connection(HexFormat.of().parseHex(message))
                .map(kind::line)
                .orElse("none");
    }

    @Test
    void a_new_connection_is_told_of_with_its_tuples_state_mark_and_zone() {
        assertThat(line(TableChange.Kind.NEW, MADE))
                .isEqualTo("[NEW] tcp      6 SYN_SENT " + TUPLES + "[UNREPLIED] " + REPLY + "mark=9 zone=3");
    }

    @Test
    void a_connection_that_is_gone_is_told_of_with_what_it_counted() {
        assertThat(line(TableChange.Kind.DESTROY, FLUSHED))
                .isEqualTo("[DESTROY] tcp      6 SYN_SENT " + TUPLES + "packets=0 bytes=0 [UNREPLIED] " + REPLY
                        + "packets=0 bytes=0 mark=9 zone=3");
    }

    @Test
    void a_zone_of_one_direction_stands_with_its_tuple_and_the_id_of_a_ping_does_not_count() {
        assertThat(line(TableChange.Kind.DESTROY, PING))
                .isEqualTo(
                        "[DESTROY] icmp     1 src=127.0.0.1 dst=127.0.0.1 type=8 code=0 zone-orig=7 packets=1 bytes=84"
                                + " src=127.0.0.1 dst=127.0.0.1 type=0 code=0 packets=1 bytes=84 mark=5");
    }

    @Test
    void a_message_that_is_cut_short_is_none() {
        byte[] whole = HexFormat.of().parseHex(MADE);
        assertThat(CtRecord.connection(Arrays.copyOf(whole, whole.length - 2))).isEmpty();
        assertThat(CtRecord.connection(Arrays.copyOf(whole, 4))).isEmpty();
    }
}
