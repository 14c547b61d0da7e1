package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.packet.IpAddress;
import nfstep.packet.Protocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NatStealTest {
    private static final NatRange ONE_PORT = Nat.range("10.2.0.1:9000");

    @Test
    void a_higher_syn_takes_the_tuple_of_a_connection_in_time_wait() {
        Nat nat = with(TcpState.TIME_WAIT);
        NatChosen chosen = nat.choose(opening(nat, 2000), Manip.SRC, ONE_PORT);
        assertThat(chosen.destroyed()).contains(1L);
        assertThat(chosen.how())
                .isEqualTo("port 40000 not allowed: 9000 instead (random); connection 1 in TIME_WAIT gives it up");
    }

    @Test
    void a_lower_syn_does_not_and_is_dropped() {
        Nat nat = with(TcpState.TIME_WAIT);
        NatChosen chosen = nat.choose(opening(nat, 500), Manip.SRC, ONE_PORT);
        assertThat(chosen.destroyed()).isEmpty();
        Nat.assertFailsAtConfirm(nat, chosen);
    }

    @Test
    void a_free_port_is_taken_first() {
        Nat nat = with(TcpState.TIME_WAIT);
        for (int i = 0; i < 20; i++) {
            NatChosen chosen = NatChoice.choose(
                    new NatRequest(opening(nat, 500), Manip.SRC, Nat.range("10.2.0.1:9000-9001")),
                    nat.table(),
                    new SeededDraw(i));
            assertThat(Nat.newPort(chosen)).isEqualTo(9001);
            assertThat(chosen.destroyed()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SYN_SENT", "SYN_RECV", "ESTABLISHED", "FIN_WAIT", "CLOSE_WAIT", "LAST_ACK"})
    void a_connection_that_is_not_over_stays(TcpState state) {
        Nat nat = with(state);
        assertThat(nat.choose(opening(nat, 2000), Manip.SRC, ONE_PORT).destroyed())
                .isEmpty();
    }

    private static Nat with(TcpState state) {
        Nat nat = new Nat();
        Connection first = nat.choose(opening(nat, 1000), Manip.SRC, ONE_PORT).after();
        TcpTracking tracking = (TcpTracking) first.tracking();
        nat.confirm(first.withTracking(tracking.with(state)));
        return nat;
    }

    private static Connection opening(Nat nat, int sequence) {
        Connection fresh = nat.fresh(Nat.tuple(Protocols.TCP, "10.1.0.2", 40000, "10.2.0.2", 80));
        Connection other = fresh.id() == 1
                ? fresh
                : Connection.fresh(
                        fresh.id(),
                        Zone.DEFAULT,
                        fresh.original().withSource(IpAddress.of("10.1.0.3"), 40000),
                        fresh.reply().withDestination(IpAddress.of("10.1.0.3"), 40000));
        TcpEnd end = new TcpEnd(sequence, sequence, 1, 0, 0, 0);
        return other.withTracking(
                TcpTracking.UNSEEN.with(Direction.ORIGINAL, end).with(TcpState.SYN_SENT));
    }
}
