package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.lab.command.LabFiles;
import nfstep.source.SourceText;
import nfstep.trace.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceMetTest {
    private static final String HOST = """
            ip link set lo up
            iptables -A OUTPUT -p udp -m limit --limit 1/s
            iptables -A OUTPUT -p udp -m statistic --mode random --probability 0.5 -j DROP
            """;
    private static final String SEND = "send udp 127.0.0.1:1 127.0.0.1:9\n";

    private static Walk walk(String lab) {
        LabRun run = new LabRun(Lab.parse(new SourceText("a.lab", HOST + lab)).orElseThrow(), LabFiles.NONE);
        run.finish();
        return run.walk();
    }

    private static Difference at(int event) {
        return new Difference(event, "host", "", Optional.empty(), Optional.empty(), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "random statistic 0.3\n", "random statistic 0.7\n"})
    void a_packet_meets_chance_whether_the_lab_chose_it_or_not(String choice) {
        Walk walk = walk("sleep 1\n" + choice + SEND + SEND);
        ChanceMet met = ChanceMet.first(walk).orElseThrow();
        assertThat(met.rule()).isEqualTo("rule 2 of filter/OUTPUT");
        assertThat(walk.event(met.command()).sentence()).isEqualTo("$ " + SEND.strip());
        assertThat(met.mayLeadTo(at(met.command() - 1))).as("a command before").isFalse();
        assertThat(met.mayLeadTo(at(met.command())))
                .as("what only the kernel says")
                .isTrue();
        assertThat(met.mayLeadTo(at(met.event() - 1))).as("before the rule").isFalse();
        assertThat(met.mayLeadTo(at(walk.size() - 1))).as("the end").isTrue();
    }

    @Test
    void what_is_decided_or_not_met_is_no_chance() {
        assertThat(ChanceMet.first(walk("iptables -R OUTPUT 2 -m statistic --mode random --probability 1\n" + SEND)))
                .isEmpty();
        assertThat(ChanceMet.first(walk("ping -c1 127.0.0.1\n"))).isEmpty();
    }
}
