package nfstep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Zone;
import nfstep.event.CommandEvent;
import nfstep.event.ConnectionEvent;
import nfstep.packet.IpAddress;
import nfstep.trace.WalkBuilder;
import org.junit.jupiter.api.Test;

class ConntrackReportTest {
    private static final IpAddress A = IpAddress.of("10.0.0.1");
    private static final IpAddress B = IpAddress.of("10.0.0.2");

    @Test
    void connections_are_listed_with_the_seconds_that_are_left() {
        WalkBuilder walk = new WalkBuilder()
                .add(new ConnectionEvent.Inserted("host", connection(1, 30)))
                .add(new ConnectionEvent.Inserted("host", connection(2, 5)))
                .add(new CommandEvent.TimePassed(0, 10_000_000_000L));
        List<String> lines = new ArrayList<>();
        ConntrackReport.of(walk.walk().end().world(), "host", lines::add);
        assertThat(lines)
                .containsExactly("udp      17 20 src=10.0.0.1 dst=10.0.0.2 sport=1 dport=53 [UNREPLIED] src=10.0.0.2"
                        + " dst=10.0.0.1 sport=53 dport=1 mark=0 use=1");
    }

    private static Connection connection(int id, long seconds) {
        return Connection.fresh(id, Zone.DEFAULT, new Tuple(A, B, 17, id, 53), new Tuple(B, A, 17, 53, id))
                .with(CtStatus.CONFIRMED)
                .withExpiry(seconds * 1_000_000_000L);
    }
}
