package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.packet.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TcpTrackerTest {
    @Test
    void a_connection_opens_and_closes() {
        TcpFlow tcp = new TcpFlow();
        assertThat(tcp.see("c S 1000")).isEqualTo("Accepted SYN_SENT 120 [UNREPLIED]");
        assertThat(tcp.see("s SA 5000 ack 1001")).isEqualTo("Accepted SYN_RECV 60");
        assertThat(tcp.see("c A 1001 ack 5001")).isEqualTo("Accepted ESTABLISHED 432000 [ASSURED]");
        assertThat(tcp.see("c FA 1001 ack 5001")).isEqualTo("Accepted FIN_WAIT 120 [ASSURED]");
        assertThat(tcp.see("s FA 5001 ack 1002")).isEqualTo("Accepted LAST_ACK 30 [ASSURED]");
        assertThat(tcp.see("c A 1002 ack 5002")).isEqualTo("Accepted TIME_WAIT 120 [ASSURED]");
    }

    @Test
    void the_words_say_what_changed() {
        TcpFlow tcp = new TcpFlow();
        assertThat(tcp.send("c S 1000"))
                .isEqualTo(new TrackOutcome.Accepted(unconfirmed(tcp), "SYN_SENT, ends in 120 s"));
        assertThat(((TrackOutcome.Accepted) tcp.send("s SA 5000 ack 1001")).what())
                .isEqualTo("SYN_SENT > SYN_RECV, first reply seen, ends in 60 s");
        assertThat(((TrackOutcome.Accepted) tcp.send("c A 1001 ack 5001")).what())
                .isEqualTo("SYN_RECV > ESTABLISHED, assured, ends in 432000 s");
        assertThat(((TrackOutcome.Accepted) tcp.send("s A 5001 ack 1001")).what())
                .isEqualTo("sequence numbers noted");
    }

    private static Connection unconfirmed(TcpFlow tcp) {
        return tcp.connection().withStatus(tcp.connection().status() & ~CtStatus.CONFIRMED.bit());
    }

    @Test
    void a_repeated_syn_neither_renews_the_time_nor_counts() {
        TcpFlow tcp = new TcpFlow().with("acct", 1);
        tcp.see("c S 1000");
        assertThat(tcp.after(2.2).see("c S 1000")).isEqualTo("Accepted SYN_SENT 117 [UNREPLIED]");
        assertThat(tcp.see("c S 1000")).isEqualTo("Accepted SYN_SENT 117 [UNREPLIED]");
        assertThat(tcp.connection().counters()).contains(new Connection.Counters(1, 40, 0, 0));
    }

    @Test
    void an_ignored_reply_still_counts_as_a_reply() {
        TcpFlow tcp = new TcpFlow();
        tcp.see("c S 1000");
        assertThat(tcp.see("s A 7777 ack 4242")).isEqualTo("Ignored SYN_SENT 120");
        assertThat(tcp.see("c R 4242")).isEqualTo("Accepted CLOSE 10");
    }

    @Test
    void an_ack_in_the_middle_is_picked_up_for_as_long_as_unacknowledged_data() {
        TcpFlow tcp = new TcpFlow();
        assertThat(tcp.see("c A 1000 ack 5000")).isEqualTo("Accepted ESTABLISHED 300 [UNREPLIED]");
        assertThat(tcp.see("s A 5000 ack 1000")).isEqualTo("Accepted ESTABLISHED 300");
        assertThat(tcp.see("c A 1000 ack 5000")).isEqualTo("Accepted ESTABLISHED 432000 [ASSURED]");
    }

    @ParameterizedTest(name = "{0} begins a connection: {1}")
    @CsvSource({
        "S, true",
        "SU, true",
        "SEW, true",
        "SP, true",
        "A, true",
        "AU, true",
        "PA, true",
        "SA, false",
        "F, false",
        "FA, false",
        "R, false",
        "RA, false",
        "none, false",
        "U, false",
        "P, false",
        "SF, false",
        "SR, false",
        "RP, false",
        "RU, false",
        "SAU, false"
    })
    void flags_of_a_first_segment(String flags, boolean begins) {
        Packet packet = TcpFlow.segment("c " + flags + " 1000");
        assertThat(Flow.of(packet).send(packet) instanceof TrackOutcome.Accepted)
                .isEqualTo(begins);
    }

    @ParameterizedTest(name = "{0} is valid in a connection: {1}")
    @CsvSource({
        "RP, true",
        "RU, false",
        "SAU, false",
        "F, false",
        "none, false",
        "U, false",
        "P, false",
        "SF, false",
        "SR, false",
        "FAU, true"
    })
    void flags_of_a_later_segment(String flags, boolean valid) {
        TrackOutcome outcome = TcpFlow.established(1000).send("c " + flags + " 1001 ack 5001");
        boolean refusedForFlags =
                outcome instanceof TrackOutcome.Invalid invalid && invalid.why().startsWith("invalid TCP flags");
        assertThat(refusedForFlags).isEqualTo(!valid);
    }

    @Test
    void nothing_but_a_syn_begins_a_connection_where_tracking_is_not_loose() {
        Packet ack = TcpFlow.segment("c A 1000 ack 1");
        assertThat(Flow.of(ack).with("tcp_loose", 0).refuses(ack)).isEqualTo("ACK does not begin a connection");
        Packet syn = TcpFlow.segment("c S 1000");
        Flow.of(syn).with("tcp_loose", 0).accepts(syn);
    }

    @Test
    void a_truncated_header_and_a_bad_checksum_are_refused() {
        byte[] bytes = TcpFlow.segment("c S 1000").bytes();
        bytes[32] = 0x40;
        Packet shortened = Packet.of(bytes);
        assertThat(Flow.of(shortened).refuses(shortened)).isEqualTo("truncated TCP header");
        bytes[32] = 0x51;
        Packet wrong = Packet.of(bytes);
        assertThat(Flow.of(wrong).refuses(wrong)).isEqualTo("bad TCP checksum");
        assertThat(Flow.of(wrong).with("checksum", 0).accepts(wrong)).startsWith("SYN_SENT");
    }

    @Test
    void simultaneous_open() {
        TcpFlow tcp = new TcpFlow();
        tcp.see("c S 1000");
        assertThat(tcp.see("s S 5000")).isEqualTo("Accepted SYN_SENT2 120");
        assertThat(tcp.see("c SA 1000 ack 5001")).isEqualTo("Accepted SYN_RECV 60");
        assertThat(tcp.see("s SA 5000 ack 1001")).isEqualTo("Ignored SYN_RECV 60");
        assertThat(tcp.see("c A 1001 ack 5001")).isEqualTo("Accepted ESTABLISHED 432000 [ASSURED]");
    }

    @ParameterizedTest(name = "SYN/ACK with ack {0}: {1}")
    @CsvSource({
        "1001, Accepted SYN_RECV 60",
        "1002, InvalidButChanged SYN_SENT 120 [UNREPLIED]",
        "900, Accepted SYN_RECV 60",
        "4294902297, Accepted SYN_RECV 60",
        "4294902296, Ignored SYN_SENT 120"
    })
    void a_syn_ack_may_acknowledge_up_to_66000_less(long ack, String outcome) {
        TcpFlow tcp = new TcpFlow();
        tcp.see("c S 1000");
        assertThat(tcp.see("s SA 5000 ack " + ack)).isEqualTo(outcome);
    }

    @Test
    void a_higher_syn_opens_the_window_again_and_the_answer_to_the_old_one_is_ignored() {
        TcpFlow tcp = new TcpFlow();
        tcp.see("c S 1000");
        assertThat(tcp.see("c S 900000")).isEqualTo("Accepted SYN_SENT 120 [UNREPLIED]");
        assertThat(tcp.tracking().original().end()).isEqualTo(900001);
        assertThat(tcp.see("s SA 5000 ack 1001")).isEqualTo("Ignored SYN_SENT 120");
    }

    @Test
    void a_syn_is_ignored_where_a_connection_stands_and_a_syn_ack_of_the_client_refused() {
        TcpFlow tcp = TcpFlow.established(1000);
        assertThat(tcp.see("c S 1")).isEqualTo("Ignored ESTABLISHED 432000 [ASSURED]");
        assertThat(tcp.see("c SA 1001 ack 5001")).isEqualTo("Invalid ESTABLISHED 432000 [ASSURED]");
    }

    @Test
    void a_syn_ack_that_acknowledges_an_ignored_syn_brings_the_table_into_step() {
        TcpFlow tcp = TcpFlow.established(1000);
        tcp.see("c S 700000");
        assertThat(tcp.see("s SA 90000 ack 700001")).isEqualTo("Accepted SYN_RECV 60 [ASSURED]");
        assertThat(tcp.see("c A 700001 ack 90001")).isEqualTo("Accepted ESTABLISHED 432000 [ASSURED]");
    }

    @Test
    void a_syn_reopens_a_connection_in_time_wait() {
        TcpFlow tcp = TcpFlow.established(1000);
        tcp.see("c FA 1001 ack 5001");
        tcp.see("s FA 5001 ack 1002");
        tcp.see("c A 1002 ack 5002");
        assertThat(tcp.send("c S 90000")).isInstanceOf(TrackOutcome.Restart.class);
        assertThat(tcp.send("s S 90000")).isInstanceOf(TrackOutcome.Restart.class);
    }

    @ParameterizedTest(name = "after the RST of {0} a SYN of the client: {1}")
    @CsvSource({"c, Restart", "s, Ignored"})
    void a_syn_reopens_a_connection_that_its_own_side_reset(String side, String outcome) {
        TcpFlow tcp = TcpFlow.established(1000);
        assertThat(tcp.see(side.equals("c") ? "c R 1001" : "s R 5001")).isEqualTo("Accepted CLOSE 10 [ASSURED]");
        assertThat(tcp.send("c S 90000").getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void a_challenge_ack_is_not_the_last_ack() {
        TcpFlow tcp = TcpFlow.established(1000);
        tcp.see("c FA 1001 ack 5001");
        tcp.see("s FA 5001 ack 1002");
        tcp.see("c S 90000");
        assertThat(tcp.see("s A 5002 ack 1002")).isEqualTo("Ignored LAST_ACK 30 [ASSURED]");
        assertThat(tcp.see("s A 5002 ack 1002")).isEqualTo("Accepted TIME_WAIT 120 [ASSURED]");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"s R 0", "s RA 0 ack 1001", "s RA 0 ack 999", "s RA 77 ack 1001"})
    void a_rst_that_answers_a_syn_destroys_the_connection(String rst) {
        TcpFlow tcp = new TcpFlow();
        tcp.see("c S 1000");
        assertThat(tcp.send(rst)).isInstanceOf(TrackOutcome.Destroy.class);
    }

    @Test
    void a_rst_that_acknowledges_what_was_not_sent_does_nothing() {
        TcpFlow tcp = new TcpFlow();
        tcp.see("c S 1000");
        assertThat(tcp.see("s RA 0 ack 2000")).endsWith("SYN_SENT 120 [UNREPLIED]");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"c R 1001", "s R 5001"})
    void a_rst_of_either_side_closes_an_opening_connection(String rst) {
        TcpFlow tcp = new TcpFlow();
        tcp.see("c S 1000");
        tcp.see("s SA 5000 ack 1001");
        assertThat(tcp.see(rst)).isEqualTo("Accepted CLOSE 10");
    }
}
