package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.packet.Protocols;
import org.junit.jupiter.api.Test;

class ConntrackLineTest {
    private static final String A = "1.1.1.1";
    private static final String B = "2.2.2.2";

    @Test
    void a_ping() {
        Connection ping = connection(Nat.tuple(Protocols.ICMP, "127.0.0.1", 10804, "127.0.0.2", 8 << 8))
                .with(CtStatus.SEEN_REPLY)
                .withCounters(new Connection.Counters(1, 84, 1, 84));
        assertThat(ConntrackLine.print(ping, 0))
                .isEqualTo("icmp     1 30 src=127.0.0.1 dst=127.0.0.2 type=8 code=0 id=10804 packets=1 bytes=84"
                        + " src=127.0.0.2 dst=127.0.0.1 type=0 code=0 id=10804 packets=1 bytes=84 mark=0 use=1");
        assertThat(ConntrackLine.printWithoutTime(
                        connection(Nat.tuple(Protocols.ICMP, "127.0.0.1", 10804, "127.0.0.2", 8 << 8))
                                .with(CtStatus.SEEN_REPLY)))
                .isEqualTo("icmp     1 src=127.0.0.1 dst=127.0.0.2 type=8 code=0 id=10804"
                        + " src=127.0.0.2 dst=127.0.0.1 type=0 code=0 id=10804 mark=0 use=1");
    }

    @Test
    void seconds_are_whole_ones() {
        Connection udp = connection(Nat.udp(A, 1, B, 3));
        assertThat(ConntrackLine.print(udp, 1)).startsWith("udp      17 29 src=");
        assertThat(ConntrackLine.print(udp, 30_000_000_001L)).startsWith("udp      17 0 src=");
    }

    @Test
    void tcp_with_a_state_over_ipv6() {
        Connection tcp = connection(Nat.tuple(Protocols.TCP, "1::1", 1, "2::2", 2))
                .withTracking(TcpTracking.UNSEEN.with(TcpState.ESTABLISHED))
                .with(CtStatus.ASSURED)
                .withMark(-1);
        assertThat(ConntrackLine.print(tcp, 0))
                .isEqualTo("tcp      6 30 ESTABLISHED src=1::1 dst=2::2 sport=1 dport=2 [UNREPLIED]"
                        + " src=2::2 dst=1::1 sport=2 dport=1 [ASSURED] mark=4294967295 use=1");
    }

    @Test
    void gre_shows_keys_and_other_protocols_nothing() {
        assertThat(ConntrackLine.print(
                        connection(Nat.tuple(Protocols.GRE, A, 1, B, 0x3f)).withCounters(Connection.Counters.ZERO), 0))
                .isEqualTo("gre      47 30 src=1.1.1.1 dst=2.2.2.2 srckey=0x1 dstkey=0x3f packets=0 bytes=0"
                        + " [UNREPLIED] src=2.2.2.2 dst=1.1.1.1 srckey=0x3f dstkey=0x1 packets=0 bytes=0 mark=0 use=1");
        assertThat(ConntrackLine.print(connection(Nat.tuple(99, A, 0, B, 0)), 0))
                .isEqualTo("unknown  99 30 src=1.1.1.1 dst=2.2.2.2 [UNREPLIED] src=2.2.2.2 dst=1.1.1.1 mark=0 use=1");
        assertThat(ConntrackLine.print(connection(Nat.tuple(33, A, 0, B, 0)), 0))
                .isEqualTo("dccp     33 30 src=1.1.1.1 dst=2.2.2.2 sport=0 dport=0"
                        + " [UNREPLIED] src=2.2.2.2 dst=1.1.1.1 sport=0 dport=0 mark=0 use=1");
    }

    @Test
    void zones_stand_where_they_count() {
        assertThat(inZone(new Zone(5, true, true))).endsWith("dport=1 packets=0 bytes=0 mark=0 zone=5 use=1");
        assertThat(inZone(new Zone(5, true, false)))
                .contains("sport=1 dport=3 zone-orig=5 packets=0 bytes=0 [UNREPLIED]")
                .endsWith(" mark=0 use=1");
        assertThat(inZone(new Zone(5, false, true)))
                .endsWith("sport=3 dport=1 zone-reply=5 packets=0 bytes=0 mark=0 use=1");
    }

    private static String inZone(Zone zone) {
        Tuple tuple = Nat.udp(A, 1, B, 3);
        return ConntrackLine.print(
                Connection.fresh(1, zone, tuple, Tuples.inverse(tuple).orElseThrow())
                        .withCounters(Connection.Counters.ZERO),
                0);
    }

    private static Connection connection(Tuple tuple) {
        return Connection.fresh(1, Zone.DEFAULT, tuple, Tuples.inverse(tuple).orElseThrow())
                .withExpiry(30_000_000_000L);
    }
}
