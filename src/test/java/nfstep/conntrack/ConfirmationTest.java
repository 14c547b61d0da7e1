package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nfstep.packet.Protocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationTest {
    private static final String A = "10.1.0.2";
    private static final String B = "10.2.0.2";

    @Test
    void a_confirmed_connection_is_found_both_ways() {
        Nat nat = new Nat();
        Connection fresh = nat.fresh(Nat.udp(A, 1, B, 2));
        ConntrackTable before = nat.table().with(fresh);
        assertThat(before.find(Zone.DEFAULT, fresh.original())).isEmpty();
        assertThat(before.unconfirmed()).containsExactly(fresh);
        nat.confirm(fresh);
        Connection confirmed = fresh.with(CtStatus.CONFIRMED);
        assertThat(nat.table().find(Zone.DEFAULT, fresh.original()))
                .contains(new ConntrackTable.Hit(confirmed, Direction.ORIGINAL));
        assertThat(nat.table().find(Zone.DEFAULT, fresh.reply()))
                .contains(new ConntrackTable.Hit(confirmed, Direction.REPLY));
        assertThat(nat.table().size()).isEqualTo(1);
    }

    @Test
    void the_same_flow_twice_is_merged_except_for_tcp_and_icmp() {
        Nat nat = new Nat();
        nat.confirm(nat.fresh(Nat.udp(A, 1, B, 2)));
        assertThat(nat.confirm(nat.fresh(Nat.udp(A, 1, B, 2))))
                .isEqualTo(new Confirmation.Merged(1, "connection 1 is the same flow"));
        assertThat(nat.confirm(nat.fresh(Nat.udp(B, 2, A, 1)))).isInstanceOf(Confirmation.Merged.class);
    }

    @ParameterizedTest(name = "protocol {0}")
    @ValueSource(ints = {Protocols.TCP, Protocols.SCTP})
    void the_same_flow_twice_is_dropped(int protocol) {
        Nat nat = new Nat();
        nat.confirm(nat.fresh(Nat.tuple(protocol, A, 1, B, 2)));
        assertThat(nat.confirm(nat.fresh(Nat.tuple(protocol, A, 1, B, 2))))
                .isEqualTo(new Confirmation.Dropped(1, "connection 1 already has its original tuple"));
    }

    @Test
    void a_taken_reply_tuple_is_a_reason_to_drop() {
        Nat nat = new Nat();
        nat.source(Nat.udp(A, 1, B, 2), Nat.range("10.2.0.1:99"));
        Connection other = nat.fresh(Nat.udp("10.2.0.1", 99, B, 2));
        assertThat(nat.confirm(other))
                .isEqualTo(new Confirmation.Dropped(1, "connection 1 already has its reply tuple"));
    }

    @Test
    void a_clash_of_the_original_tuple_alone_waits_a_second_for_an_answer() {
        Nat nat = new Nat();
        nat.confirm(nat.fresh(Nat.udp(A, 1, B, 2)));
        Connection other = nat.fresh(Nat.udp(A, 1, B, 2)).withReply(Nat.udp(B, 2, "10.2.0.1", 1));
        Confirmation.Confirmed confirmed = (Confirmation.Confirmed) Confirmation.confirm(other, nat.table(), 5);
        assertThat(confirmed.after().expiresAt()).isEqualTo(1_000_000_005L);
        ConntrackTable table = nat.table().with(confirmed.after());
        assertThat(table.find(Zone.DEFAULT, other.original())
                        .orElseThrow()
                        .connection()
                        .id())
                .isEqualTo(1);
        assertThat(table.find(Zone.DEFAULT, other.reply())
                        .orElseThrow()
                        .connection()
                        .id())
                .isEqualTo(other.id());
        assertThat(table.without(other.id()).find(Zone.DEFAULT, other.original()))
                .isPresent();
    }

    @Test
    void a_connection_is_confirmed_once() {
        Nat nat = new Nat();
        Connection confirmed = nat.fresh(Nat.udp(A, 1, B, 2)).with(CtStatus.CONFIRMED);
        assertThatThrownBy(() -> nat.confirm(confirmed)).hasMessage("connection 1 is confirmed already");
    }
}
