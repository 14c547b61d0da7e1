package nfstep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nfstep.event.RuleEvent.ChainEntered.Entry;
import nfstep.rules.Action;
import nfstep.rules.Hook;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;
import nfstep.trace.SampleTable;
import nfstep.trace.Samples;
import nfstep.trace.Walk;
import nfstep.trace.WalkBuilder;
import org.junit.jupiter.api.Test;

class KernelTraceTest {
    @Test
    void matched_rules_ends_of_chains_and_policies_are_logged() {
        assertThat(places(Samples.jumps()))
                .containsExactly(
                        "TRACE: filter:FORWARD:rule:3 IN=eth0 OUT=eth1",
                        "TRACE: filter:A:rule:2 IN=eth0 OUT=eth1",
                        "TRACE: filter:B:return:1 IN=eth0 OUT=eth1",
                        "TRACE: filter:FORWARD:policy:5 IN=eth0 OUT=eth1");
    }

    @Test
    void a_rule_without_conditions_is_taken_for_the_policy_or_a_return() {
        Walk walk = new WalkBuilder()
                .rules(SampleTable.of(TableName.FILTER)
                        .with("A", SampleTable.always(new Action.Return()))
                        .with(
                                "FORWARD",
                                SampleTable.always(new Action.Jump("A")),
                                SampleTable.always(SampleTable.accept())))
                .sent(Samples.PING)
                .table(Hook.FORWARD, TableName.FILTER)
                .matched("FORWARD", 1)
                .enter("A", Entry.JUMP)
                .matched("A", 1)
                .returned("A", 1)
                .matched("FORWARD", 2)
                .verdict(Verdict.ACCEPT)
                .walk();
        assertThat(places(walk))
                .containsExactly(
                        "TRACE: filter:FORWARD:rule:1 IN=eth0 OUT=eth1",
                        "TRACE: filter:A:return:1 IN=eth0 OUT=eth1",
                        "TRACE: filter:FORWARD:policy:2 IN=eth0 OUT=eth1");
    }

    @Test
    void a_line_ends_as_the_kernel_ends_it() {
        List<String> lines = new ArrayList<>();
        KernelTrace.ofAll(Samples.jumps(), lines::add);
        assertThat(lines.get(0))
                .isEqualTo("[host] TRACE: filter:FORWARD:rule:3 IN=eth0 OUT=eth1 MAC= SRC=10.0.0.1 DST=10.1.0.2 LEN=28"
                        + " TOS=0x00 PREC=0x00 TTL=64 ID=0 PROTO=ICMP TYPE=8 CODE=0 ID=7 SEQ=1 ");
    }

    @Test
    void other_namespaces_are_left_out() {
        List<String> lines = new ArrayList<>();
        KernelTrace.of(Samples.jumps(), "lan", lines::add);
        assertThat(lines).isEmpty();
    }

    private static List<String> places(Walk walk) {
        List<String> lines = new ArrayList<>();
        KernelTrace.of(walk, "host", line -> lines.add(line.substring(0, line.indexOf(" MAC"))));
        return lines;
    }
}
