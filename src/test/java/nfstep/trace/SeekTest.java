package nfstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Zone;
import nfstep.event.ConnectionEvent;
import nfstep.packet.IpAddress;
import nfstep.rules.Hook;
import nfstep.rules.Rule;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;
import org.junit.jupiter.api.Test;

class SeekTest {
    private static final int RULES = 50_000;
    private static final int CONNECTIONS = 100_000;
    private static final int PACKETS = 20;
    private static final long LIMIT_NANOS = 5_000_000;

    @Test
    void any_seek_in_a_large_walk_takes_less_than_five_milliseconds() {
        Walk walk = large();
        Random random = new Random(20_261_124);
        long[] times = new long[2000];
        for (int i = 0; i < times.length; i++) {
            Position position = i % 2 == 0
                    ? walk.position((long) (random.nextDouble() * walk.stepCount()))
                    : Position.of(random.nextInt(walk.size()));
            long start = System.nanoTime();
            Scene scene = walk.at(position);
            times[i] = System.nanoTime() - start;
            assertThat(scene.position()).isEqualTo(position);
        }
        Arrays.sort(times, 500, times.length);
        assertThat(times[times.length * 95 / 100])
                .as("95th percentile of a seek, in ns")
                .isLessThan(LIMIT_NANOS);
    }

    private static Walk large() {
        Rule[] rules = new Rule[RULES];
        Arrays.fill(rules, SampleTable.rule("10.9.9.9", 0, SampleTable.accept()));
        WalkBuilder walk = new WalkBuilder()
                .command("iptables-restore")
                .rules(SampleTable.of(TableName.FILTER).with("FORWARD", rules))
                .command("conntrack -I");
        for (int i = 1; i <= CONNECTIONS; i++) {
            walk.add(new ConnectionEvent.Inserted("host", connection(i)));
        }
        int[] failing = new int[RULES];
        Arrays.fill(failing, 1);
        for (int i = 0; i < PACKETS; i++) {
            walk.command("ping 10.1.0.2")
                    .sent(Samples.PING)
                    .table(Hook.FORWARD, TableName.FILTER)
                    .passed("FORWARD", 1, failing)
                    .policy(RULES + 1, Verdict.DROP)
                    .verdict(Verdict.DROP);
        }
        return walk.walk();
    }

    private static Connection connection(int id) {
        IpAddress client = IpAddress.of("10.0.0.1").plus(id / 60_000);
        IpAddress server = IpAddress.of("10.1.0.2");
        int port = id % 60_000 + 1;
        return Connection.fresh(
                        id,
                        Zone.DEFAULT,
                        new Tuple(client, server, 17, port, 53),
                        new Tuple(server, client, 17, 53, port))
                .with(CtStatus.CONFIRMED);
    }
}
