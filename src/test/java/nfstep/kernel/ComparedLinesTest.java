package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nfstep.rules.Backend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a line counts when model and kernel are compared. */
class ComparedLinesTest {
    private static final String SYN =
            "TRACE: filter:INPUT:rule:1 IN=eth0 OUT= MAC=02:00 SRC=10.0.0.1 DST=10.0.0.2 LEN=60"
                    + " TOS=0x00 PREC=0x00 TTL=64 ID=7 DF PROTO=TCP SPT=4000 DPT=80 SEQ=1 ACK=0 WINDOW=64240 RES=0x00 SYN URGP=0 ";

    @Test
    void link_layer_addresses_and_ids_do_not_count_all_else_does() {
        assertThat(Logged.exact(SYN))
                .isEqualTo(Logged.exact(SYN.replace("ID=7", "ID=8").replace("02:00", "02:01")));
        assertThat(Logged.exact(SYN)).isNotEqualTo(Logged.exact(SYN.replace("TTL=64", "TTL=63")));
        assertThat(Logged.exact(SYN)).isNotEqualTo(Logged.exact(SYN.replace("SEQ=1", "SEQ=2")));
    }

    @Test
    void of_a_real_stack_its_rule_its_way_and_its_syn_count() {
        String later =
                SYN.replace("SEQ=1", "SEQ=99").replace("LEN=60", "LEN=52").replace("WINDOW=64240", "WINDOW=1");
        assertThat(Logged.ofStack(SYN)).isEqualTo(Logged.ofStack(later)).contains(" SYN");
        assertThat(Logged.ofStack(SYN)).isNotEqualTo(Logged.ofStack(SYN.replace(" SYN", " ACK")));
        assertThat(Logged.ofStack(SYN)).isNotEqualTo(Logged.ofStack(SYN.replace("rule:1", "rule:2")));
    }

    @Test
    void both_directions_are_one_connection() {
        String answer = SYN.replace("SRC=10.0.0.1 DST=10.0.0.2", "SRC=10.0.0.2 DST=10.0.0.1")
                .replace("SPT=4000 DPT=80", "SPT=80 DPT=4000");
        assertThat(Logged.connection(SYN)).isPresent().isEqualTo(Logged.connection(answer));
    }

    @ParameterizedTest(name = "model {0} s, kernel {1} s, {2} s later: {3}")
    @CsvSource({
        "30, 30, 0, true",
        "30, 29, 0, true",
        "30, 28, 0, false",
        "30, 28, 1, true",
        "30, 31, 0, true",
        "30, 120, 0, false"
    })
    void a_timeout_may_differ_by_what_the_kernel_took_longer(long ours, long theirs, long drift, boolean admitted) {
        assertThat(connection(theirs).admits(connection(ours), drift)).isEqualTo(admitted);
    }

    @ParameterizedTest(name = "model {0} s, kernel {1} s later: {2}")
    @CsvSource({"0, 0, true", "1, 0, false", "1, 1, true", "2, 1, false"})
    void a_connection_in_its_last_second_may_be_over_on_the_kernel(long ours, long drift, boolean admitted) {
        assertThat(connection(ours).mayBeOver(drift)).isEqualTo(admitted);
    }

    private static Listed connection(long seconds) {
        return Listed.of("udp      17 " + seconds + " src=10.0.0.1 dst=10.0.0.2 sport=1 dport=2 mark=0 use=1");
    }

    @Test
    void rules_are_compared_table_by_table_with_counters_where_these_are_sure() {
        String ours = "*filter\n:INPUT ACCEPT [1:28]\n[1:28] -A INPUT -j ACCEPT\nCOMMIT\n";
        String theirs = "# Generated\n" + ours.replace("[1:28] -A", "[2:56] -A") + "# Completed\n";
        SavedTables uncounted = new SavedTables(Backend.LEGACY, false);
        SavedTables counted = new SavedTables(Backend.LEGACY, true);
        assertThat(uncounted.tables(ours)).isEqualTo(uncounted.tables(theirs));
        String one = counted.tables(ours).getOrDefault("filter", "");
        String other = counted.tables(theirs).getOrDefault("filter", "");
        assertThat(SavedTables.firstDifference(one, other))
                .isEqualTo(new SavedTables.Lines(
                        Optional.of("[1:28] -A INPUT -j ACCEPT"), Optional.of("[2:56] -A INPUT -j ACCEPT")));
    }

    @ParameterizedTest(name = "{0}, the model {1}: {2}")
    @CsvSource({
        "can't initialize iptables table `security': Table does not exist (do you need to insmod?), takes it, true",
        "can't initialize iptables table `dog': Table does not exist (do you need to insmod?), refuses it, false",
        "iptables: Failed to initialize nft: Protocol not supported, takes it, true",
        "iptables: No chain/target/match by that name., takes it, false"
    })
    void a_kernel_that_lacks_a_table_is_no_difference(String said, String model, boolean lacks) {
        boolean refused = model.startsWith("refuses");
        Task task =
                new Task(0, "host", "iptables", Optional.of("iptables"), List.of(), refused, true, Optional.empty());
        assertThat(KernelRun.lack(task, new Answer(3, "", said, 0)).isPresent()).isEqualTo(lacks);
    }

    @Test
    void what_stacks_say_unasked_is_left_out() {
        String group =
                "unknown  2 599 src=10.0.0.1 dst=224.0.0.22 [UNREPLIED] src=224.0.0.22 dst=10.0.0.1 mark=0 use=1";
        assertThat(Listed.of(List.of(group))).isEmpty();
    }
}
