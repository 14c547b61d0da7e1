package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nfstep.packet.TcpOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpWindowTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "c R 1001, Accepted CLOSE 10 [ASSURED]",
        "c RA 1001 ack 5001, Accepted CLOSE 10 [ASSURED]",
        "c R 1000, Invalid ESTABLISHED 432000 [ASSURED]",
        "c R 0, Invalid ESTABLISHED 432000 [ASSURED]",
        "c R 1101, Accepted ESTABLISHED 10 [ASSURED]",
        "c R 2001, Accepted ESTABLISHED 10 [ASSURED]",
        "c R 2002, Ignored ESTABLISHED 432000 [ASSURED]"
    })
    void only_a_rst_at_the_acknowledged_number_closes_an_established_connection(String rst, String outcome) {
        TcpFlow tcp = TcpFlow.established(1000);
        tcp.see("s A 5001 ack 1001 win 1000");
        assertThat(tcp.see(rst)).isEqualTo(outcome);
    }

    @Test
    void after_a_doubtful_rst_the_next_segment_in_the_window_sets_the_time_again() {
        TcpFlow tcp = TcpFlow.established(1000).with("tcp_timeout_close", 77);
        tcp.see("s A 5001 ack 1001 win 1000");
        assertThat(tcp.see("c R 1101")).isEqualTo("Accepted ESTABLISHED 77 [ASSURED]");
        assertThat(tcp.see("c A 1001 ack 5001 win 1000")).isEqualTo("Accepted ESTABLISHED 300 [ASSURED]");
        assertThat(tcp.see("s A 5001 ack 1101 win 1000")).isEqualTo("Accepted ESTABLISHED 432000 [ASSURED]");
    }

    @Test
    void a_rst_right_behind_own_data_closes_unless_the_other_side_spoke_since() {
        TcpFlow train = TcpFlow.established(1000);
        train.see("c PA 1001 ack 5001 len 10");
        assertThat(train.see("c R 1011")).isEqualTo("Accepted CLOSE 10 [ASSURED]");
        TcpFlow interrupted = TcpFlow.established(1000);
        interrupted.see("c PA 1001 ack 5001 len 10");
        interrupted.see("s A 5001 ack 1001 win 1000");
        assertThat(interrupted.see("c R 1011")).isEqualTo("Accepted ESTABLISHED 10 [ASSURED]");
    }

    @Test
    void a_low_rst_is_taken_where_it_is_set_so() {
        TcpFlow tcp = TcpFlow.established(1000).with("tcp_ignore_invalid_rst", 1);
        tcp.see("s A 5001 ack 1001 win 1000");
        assertThat(tcp.see("c R 900")).isEqualTo("Accepted ESTABLISHED 10 [ASSURED]");
    }

    @Test
    void unacknowledged_data_and_a_closed_window_cut_the_time() {
        TcpFlow tcp = TcpFlow.established(1000);
        assertThat(tcp.see("c PA 1001 ack 5001 len 10")).isEqualTo("Accepted ESTABLISHED 300 [ASSURED]");
        assertThat(tcp.see("s A 5001 ack 1011")).isEqualTo("Accepted ESTABLISHED 432000 [ASSURED]");
        assertThat(tcp.see("s A 5001 ack 1011 win 0")).isEqualTo("Accepted ESTABLISHED 300 [ASSURED]");
    }

    @Test
    void the_third_equal_acknowledgement_cuts_the_time() {
        TcpFlow tcp = TcpFlow.established(1000);
        String whole = "Accepted ESTABLISHED 432000 [ASSURED]";
        assertThat(tcp.see("c A 1001 ack 5001 win 1000")).isEqualTo(whole);
        assertThat(tcp.see("c A 1001 ack 5001 win 1000")).isEqualTo(whole);
        assertThat(tcp.see("c A 1001 ack 5001 win 1000")).isEqualTo("Accepted ESTABLISHED 300 [ASSURED]");
    }

    @Test
    void only_a_fin_outside_the_window_from_both_sides_cuts_the_time() {
        TcpFlow tcp = TcpFlow.established(1000);
        assertThat(tcp.see("c FA 91001 ack 5001")).isEqualTo("InvalidButChanged ESTABLISHED 432000 [ASSURED]");
        assertThat(tcp.see("s FA 95001 ack 1001")).isEqualTo("InvalidButChanged ESTABLISHED 300 [ASSURED]");
    }

    @Test
    void a_liberal_table_refuses_no_window_but_still_a_low_rst() {
        TcpFlow tcp = TcpFlow.established(1000).with("tcp_be_liberal", 1);
        tcp.see("s A 5001 ack 1001 win 1000");
        assertThat(tcp.see("c A 91001 ack 5001 win 1000")).isEqualTo("Accepted ESTABLISHED 432000 [ASSURED]");
        assertThat(tcp.see("c R 900")).isEqualTo("Invalid ESTABLISHED 432000 [ASSURED]");
        assertThat(tcp.see("c SA 1001 ack 5001")).isEqualTo("Invalid ESTABLISHED 432000 [ASSURED]");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "c A 2001 ack 5001, Accepted",
        "c A 2002 ack 5001, Ignored",
        "c A 3000 ack 5001, Ignored",
        "c A 3001 ack 5001, Invalid",
        "c A 1001 ack 5002, Invalid",
        "c A 1 ack 5001, Accepted",
        "c A 0 ack 5001, Ignored",
        "c A 1001 ack 4294906297, Accepted",
        "c A 1001 ack 4294906296, Ignored"
    })
    void the_four_bounds(String segment, String outcome) {
        TcpFlow tcp = TcpFlow.established(1000);
        assertThat(tcp.send(segment + " win 1000").getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void windows_are_scaled_where_both_sides_said_so() {
        TcpOptions scale = TcpOptions.NONE.withNop().withWindowScale(7);
        TcpFlow both = new TcpFlow();
        both.send("c S 1000 win 1000", scale);
        both.send("s SA 5000 ack 1001 win 1000", scale);
        both.send("c A 1001 ack 5001 win 100");
        assertThat(both.tracking().original().maxWindow()).isEqualTo(12_800);
        TcpFlow one = new TcpFlow();
        one.send("c S 1000 win 1000", scale);
        one.send("s SA 5000 ack 1001 win 1000", TcpOptions.NONE.withMss(1460));
        one.send("c A 1001 ack 5001 win 2000");
        assertThat(one.tracking().original().maxWindow()).isEqualTo(2000);
    }

    @Test
    void scales_above_fourteen_are_cut_and_a_silly_option_ends_the_list() {
        TcpFlow tcp = new TcpFlow();
        tcp.send("c S 1000", TcpOptions.NONE.withWindowScale(20).withSackPermitted());
        assertThat(tcp.tracking().original().scale()).isEqualTo(14);
        assertThat(tcp.tracking().original().has(TcpFlag.SACK_PERMITTED)).isTrue();
        TcpFlow silly = new TcpFlow();
        silly.send("c S 1000", new TcpOptions(nfstep.packet.Bytes.ofHex("080104020303")));
        assertThat(silly.tracking().original().has(TcpFlag.SACK_PERMITTED)).isFalse();
    }

    @Test
    void a_selective_acknowledgement_widens_the_window() {
        TcpOptions permitted = TcpOptions.NONE.withSackPermitted();
        TcpFlow tcp = new TcpFlow();
        tcp.send("c S 1000 win 1000", permitted);
        tcp.send("s SA 5000 ack 1001 win 1000", permitted);
        tcp.send("c A 1001 ack 5001 win 1000");
        tcp.send("c A 1001 ack 5001 win 1000 len 100");
        TcpOptions sack = TcpOptions.NONE
                .withNop()
                .withNop()
                .withSack(List.of(new TcpOptions.SackBlock(1051, 1101), new TcpOptions.SackBlock(1011, 1021)));
        tcp.send("s A 5001 ack 1001 win 1000", sack);
        assertThat(tcp.tracking().reply().maxWindow()).isEqualTo(1100);
        assertThat(tcp.tracking().original().maxEnd()).isEqualTo(2101);
    }
}
