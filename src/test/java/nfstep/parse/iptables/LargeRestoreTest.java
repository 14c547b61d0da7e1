package nfstep.parse.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import nfstep.packet.IpFamily;
import nfstep.rules.RulesEdit;
import nfstep.rules.edit.Restore;
import nfstep.source.SourceText;
import nfstep.state.Change;
import nfstep.state.World;
import org.junit.jupiter.api.Test;

class LargeRestoreTest {
    private static final int LARGE = 50_000;

    @Test
    void the_time_for_fifty_thousand_rules_does_not_grow_faster_than_their_number() {
        restored(text(LARGE / 5));
        long fifth = cost(text(LARGE / 5));
        long all = cost(text(LARGE));
        assertThat(all)
                .as("five times the rules, in nanoseconds of processor time")
                .isLessThan(15 * fifth);
        assertThat(all).isLessThan(3_000_000_000L);
    }

    private static long cost(String text) {
        var clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        World world = restored(text);
        long took = clock.getCurrentThreadCpuTime() - start;
        assertThat(rules(world))
                .isEqualTo(text.lines().filter(it -> it.contains("-A ")).count());
        return took;
    }

    private static long rules(World world) {
        return world.netfilter("host").rules(IpFamily.IPV4).used().get(0).chains().stream()
                .mapToLong(chain -> chain.rules().size())
                .sum();
    }

    private static World restored(String text) {
        List<Restore> tables = IptablesRestore.whole(IpFamily.IPV4)
                .tables(new SourceText("large", text))
                .orElseThrow();
        RulesEdit edit = tables.get(0);
        return new Change.RulesEdited("host", IpFamily.IPV4, edit).applyTo(World.initial());
    }

    private static String text(int rules) {
        StringBuilder text =
                new StringBuilder("*filter\n:INPUT ACCEPT [0:0]\n:FORWARD DROP [1:2]\n:OUTPUT ACCEPT [0:0]\n");
        int chains = 500;
        for (int i = 0; i <= chains; i++) {
            text.append(":C").append(i).append(" - [0:0]\n");
        }
        for (int i = 0; i <= chains; i++) {
            text.append("[1:2] -A FORWARD -j C").append(i).append('\n');
        }
        for (int i = 0; i < rules; i++) {
            text.append("[3:4] -A C")
                    .append(i % chains)
                    .append(" -s 10.")
                    .append(i >> 16)
                    .append('.');
            text.append(i >> 8 & 255)
                    .append('.')
                    .append(i & 255)
                    .append("/32 -p tcp -m tcp --dport ")
                    .append(i % 65536);
            text.append(" -m comment --comment \"rule ").append(i).append("\" -m conntrack --ctstate NEW -j ACCEPT\n");
        }
        return text.append("COMMIT\n").toString();
    }
}
