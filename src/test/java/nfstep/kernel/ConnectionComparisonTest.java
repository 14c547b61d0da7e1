package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nfstep.lab.LabRun;
import nfstep.rules.Backend;
import nfstep.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of connections is compared: what model and kernel tell during the same command. */
class ConnectionComparisonTest {
    private static final String MADE = "conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 4000 --dport 80 -t 60"
            + " --state SYN_SENT -m 9 -w 3 -n 10.9.9.9\n";
    private static final String HOST = Request.hex("host");

    private static Verification compared(String lab, List<String> told) {
        LabRun run = LabSuite.run(new SourceText("test.lab", lab));
        assertThat(run.stopped()).isEmpty();
        List<Task> tasks = TaskList.of(run.walk());
        ModelRun model = ModelRun.of(run.walk(), tasks, Backend.LEGACY);
        KernelRun kernel = new KernelRun(log(told), List.of(), Map.of(), 0);
        Tally tally = new Tally();
        ConnectionComparison comparison = ConnectionComparison.of(model, kernel, DrawnPorts.of(run.walk()), tally);
        kernel.log().telling().forEach(comparison::compare);
        return tally.result(model, "");
    }

    /** Each line: the number of the task, and what the sandbox says. */
    private static KernelLog log(List<String> told) {
        KernelLog log = new KernelLog();
        for (String line : told) {
            String[] words = line.split(" ", 2);
            log.begin(Integer.parseInt(words[0]));
            log.add(words[1].split(" "));
        }
        return log;
    }

    private static String told(int task, String kind) {
        String message = kind.equals("new") ? CtRecordTest.MADE : CtRecordTest.FLUSHED;
        return task + " " + kind + " " + HOST + " " + message;
    }

    @ParameterizedTest(name = "made by command {1}, gone by command {2}, then {0}: {3} of {4}")
    @CsvSource({
        "conntrack -F, 0, 1, 2, 2",
        "conntrack -F, 1, 1, 1, 3",
        "conntrack -F, 0, 0, 1, 3",
        "sleep 61, 0, 1, 2, 2",
        "sleep 61, 0, 0, 1, 1",
        "sleep 1, 0, 1, 1, 2"
    })
    void a_command_makes_and_removes_the_same_on_both_sides(String then, int made, int gone, int agreed, int total) {
        String acct = "sysctl -w net.netfilter.nf_conntrack_acct=1\n";
        List<String> told = List.of("0 events " + HOST, told(made + 1, "new"), told(gone + 1, "destroy"));
        Verification verification = compared(acct + MADE + then + "\n", told);
        assertThat(List.of(verification.agreed(), verification.total())).isEqualTo(List.of(agreed, total));
    }

    @Test
    void a_difference_names_the_command_and_both_sides() {
        Verification silent = compared(MADE, List.of("0 events " + HOST));
        assertThat(silent.first().orElseThrow().render())
                .contains("in namespace host, at: conntrack -I -p tcp")
                .contains("nfstep: [NEW] tcp      6 SYN_SENT " + CtRecordTest.TUPLES)
                .contains("kernel: (nothing more)");
        String other = MADE.replace("--sport 4000", "--sport 4001");
        Verification unlike = compared(other, List.of("0 events " + HOST, told(0, "new")));
        assertThat(unlike.total()).isEqualTo(1);
        assertThat(unlike.first().orElseThrow().render())
                .contains("nfstep: [NEW] tcp      6 SYN_SENT " + CtRecordTest.TUPLES.replace("4000", "4001"))
                .contains("kernel: [NEW] tcp      6 SYN_SENT " + CtRecordTest.TUPLES);
    }

    @Test
    void where_connection_tracking_tells_nothing_nothing_is_compared() {
        assertThat(compared(MADE, List.of()).total()).isZero();
    }

    @Test
    void where_a_rule_chooses_what_is_told_nothing_is_compared() {
        String chosen = """
                ip link set lo up
                iptables -t raw -A OUTPUT -j CT --ctevents destroy
                send udp 127.0.0.1:1 127.0.0.1:9
                """;
        assertThat(compared(chosen, List.of("0 events " + HOST)).total()).isZero();
        String usual = chosen.replace(" --ctevents destroy", " --zone 1");
        assertThat(compared(usual, List.of("0 events " + HOST)).agrees()).isFalse();
    }

    @Test
    void a_connection_in_its_last_second_may_be_gone_on_the_kernel() {
        String acct = "sysctl -w net.netfilter.nf_conntrack_acct=1\n";
        List<String> told = List.of("0 events " + HOST, told(1, "new"), told(2, "destroy"));
        assertThat(compared(acct + MADE + "sleep 59.5\n", told).agrees()).isTrue();
        assertThat(compared(acct + MADE + "sleep 58\n", told).agrees()).isFalse();
    }
}
