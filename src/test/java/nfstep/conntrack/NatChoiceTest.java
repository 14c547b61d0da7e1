package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nfstep.packet.IpAddress;
import nfstep.packet.Protocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NatChoiceTest {
    private static final String SERVER = "10.2.0.2";
    private static final NatRange ROUTER = Nat.range("10.2.0.1");

    @Test
    void the_first_client_keeps_its_port() {
        Nat nat = new Nat();
        NatChosen chosen = nat.source(Nat.udp("10.1.0.2", 40000, SERVER, 53), ROUTER);
        assertThat(chosen.after().reply()).isEqualTo(Nat.udp(SERVER, 53, "10.2.0.1", 40000));
        assertThat(chosen.after().has(CtStatus.SRC_NAT)).isTrue();
        assertThat(chosen.after().has(CtStatus.SRC_NAT_DONE)).isTrue();
        assertThat(chosen.how()).isEqualTo("port 40000 kept");
        assertThat(nat.draw.count()).isZero();
    }

    @ParameterizedTest(name = "port {0} is replaced by one of {1} to {2}")
    @CsvSource({
        "0, 1, 511", "1, 1, 511", "511, 1, 511",
        "512, 600, 1023", "700, 600, 1023", "1023, 600, 1023",
        "1024, 1024, 65535", "40000, 1024, 65535", "65535, 1024, 65535"
    })
    void a_taken_port_is_replaced_by_one_of_its_class(int port, int least, int most) {
        Nat nat = new Nat();
        nat.source(Nat.udp("10.1.0.2", port, SERVER, 53), ROUTER);
        NatChosen chosen = nat.source(Nat.udp("10.1.0.3", port, SERVER, 53), ROUTER);
        assertThat(Nat.newPort(chosen)).isBetween(least, most).isNotEqualTo(port);
        assertThat(chosen.how())
                .isEqualTo("port " + port + " taken by connection 1: " + Nat.newPort(chosen) + " instead (random)");
    }

    @Test
    void a_port_is_taken_only_towards_the_same_destination() {
        Nat nat = new Nat();
        nat.source(Nat.udp("10.1.0.2", 500, SERVER, 53), ROUTER);
        assertThat(Nat.newPort(nat.source(Nat.udp("10.1.0.3", 500, SERVER, 54), ROUTER)))
                .isEqualTo(500);
        assertThat(Nat.newPort(nat.source(Nat.udp("10.1.0.4", 500, "10.2.0.77", 53), ROUTER)))
                .isEqualTo(500);
        assertThat(Nat.newPort(nat.source(Nat.tuple(Protocols.TCP, "10.1.0.5", 500, SERVER, 53), ROUTER)))
                .isEqualTo(500);
    }

    @Test
    void a_source_that_was_translated_before_becomes_the_same_towards_others() {
        Nat nat = new Nat();
        nat.source(Nat.udp("10.1.0.2", 500, SERVER, 53), ROUTER);
        NatChosen moved = nat.source(Nat.udp("10.1.0.3", 500, SERVER, 53), ROUTER);
        NatChosen again = nat.source(Nat.udp("10.1.0.3", 500, "10.2.0.77", 53), ROUTER);
        assertThat(Nat.newPort(again)).isEqualTo(Nat.newPort(moved)).isNotEqualTo(500);
        assertThat(again.how()).isEqualTo("port " + Nat.newPort(moved) + ", as for connection 2 from the same source");
    }

    @Test
    void of_several_earlier_mappings_the_newest_counts() {
        Nat nat = new Nat();
        nat.source(Nat.udp("10.1.0.2", 500, "10.2.0.3", 53), Nat.range("10.2.0.1:1000"));
        nat.source(Nat.udp("10.1.0.2", 500, "10.2.0.4", 53), Nat.range("10.2.0.1:2000"));
        assertThat(mappedTo(nat, "10.2.0.5", "10.2.0.1:1-9999")).isEqualTo(2000);
        assertThat(mappedTo(nat, "10.2.0.6", "10.2.0.1:1000-1999")).isEqualTo(1000);
    }

    private static int mappedTo(Nat nat, String destination, String range) {
        return Nat.newPort(nat.source(Nat.udp("10.1.0.2", 500, destination, 53), Nat.range(range)));
    }

    @Test
    void without_a_rule_a_taken_source_port_still_changes() {
        Nat nat = new Nat();
        nat.source(Nat.udp("10.1.0.2", 4444, SERVER, 5000), Nat.range("10.1.0.2"));
        Connection second = nat.fresh(Nat.udp("10.1.0.2", 4444, "10.1.0.1", 5000));
        Connection published = nat.choose(second, Manip.DST, Nat.range(SERVER)).after();
        assertThat(published.has(CtStatus.DST_NAT)).isTrue();
        NatChosen chosen = NatChoice.choose(NatRequest.withoutRule(published, Manip.SRC), nat.table(), nat.draw);
        assertThat(Nat.newPort(chosen)).isNotEqualTo(4444).isGreaterThanOrEqualTo(1024);
        assertThat(chosen.after().has(CtStatus.SRC_NAT)).isTrue();
        assertThat(nat.confirm(chosen.after())).isInstanceOf(Confirmation.Confirmed.class);
    }

    @Test
    void without_a_rule_and_without_a_clash_nothing_changes() {
        Nat nat = new Nat();
        Connection fresh = nat.fresh(Nat.udp("10.1.0.2", 4444, SERVER, 5000));
        for (Manip manip : Manip.values()) {
            NatChosen chosen = NatChoice.choose(NatRequest.withoutRule(fresh, manip), nat.table(), nat.draw);
            assertThat(chosen.after()).isEqualTo(fresh.with(manip.done()));
        }
    }

    @Test
    void a_range_of_ports_for_a_destination_is_filled_from_its_start() {
        Nat nat = new Nat();
        NatRange range = Nat.range("10.2.0.2:7000-7010");
        assertThat(serverPort(nat.destination(Nat.udp("10.1.0.2", 1, "10.1.0.1", 6003), range)))
                .isEqualTo(7000);
        NatChosen second = nat.destination(Nat.udp("10.1.0.2", 1, "10.1.0.1", 6004), range);
        assertThat(serverPort(second)).isEqualTo(7001);
        assertThat(second.how()).isEqualTo("port 6004 not allowed: 7001 instead, the first free one of 7000-7010");
        assertThat(serverPort(nat.destination(Nat.udp("10.1.0.2", 1, "10.1.0.1", 7005), range)))
                .isEqualTo(7005);
        assertThat(nat.draw.count()).isZero();
    }

    @Test
    void a_range_with_a_base_keeps_the_distance() {
        Nat nat = new Nat();
        NatRange range = Nat.range("10.2.0.2:7100-7110/6100");
        NatChosen chosen = nat.destination(Nat.udp("10.1.0.2", 1, "10.1.0.1", 6103), range);
        assertThat(serverPort(chosen)).isEqualTo(7103);
        assertThat(serverPort(nat.destination(Nat.udp("10.1.0.2", 2, "10.1.0.1", 6114), range)))
                .isEqualTo(7100 + 14 % 11);
    }

    private static int serverPort(NatChosen chosen) {
        return chosen.after().reply().sourceKey();
    }

    @Test
    void a_range_of_one_port_is_taken_without_a_look() {
        Nat nat = new Nat();
        nat.source(Nat.udp("10.1.0.2", 6000, SERVER, 53), Nat.range("10.2.0.1:6000"));
        NatChosen second = nat.source(Nat.udp("10.1.0.3", 6000, SERVER, 53), Nat.range("10.2.0.1:6000"));
        assertThat(Nat.newPort(second)).isEqualTo(6000);
        Nat.assertFailsAtConfirm(nat, second);
    }

    @Test
    void a_random_port_is_drawn_even_where_the_own_is_free() {
        Nat nat = new Nat();
        NatChosen chosen =
                nat.source(Nat.udp("10.1.0.2", 6005, SERVER, 53), Nat.random(Nat.range("10.2.0.1:6000-6999")));
        assertThat(Nat.newPort(chosen)).isBetween(6000, 6999);
        assertThat(nat.draw.count()).isEqualTo(1);
        assertThat(chosen.how()).isEqualTo("port 6005: " + Nat.newPort(chosen) + " instead (random)");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_pool_is_used_up_to_the_last_port(long seed) {
        Nat nat = new Nat();
        Set<Integer> ports = new HashSet<>();
        int failed = 0;
        for (int i = 0; i < 560; i++) {
            String client = "10." + (seed + 2) + "." + (i / 250) + "." + (1 + i % 250);
            NatChosen chosen = nat.choose(nat.fresh(Nat.udp(client, 100, SERVER, 53)), Manip.SRC, ROUTER);
            if (nat.confirm(chosen.after()) instanceof Confirmation.Confirmed) {
                ports.add(Nat.newPort(chosen));
            } else {
                failed++;
                assertThat(chosen.how()).startsWith("port 100 taken by connection 1: no free one of 1-511");
            }
        }
        // five rounds of 128, 64, 32, 16 and 8 attempts find the last ports in most walks, not in all
        assertThat(ports).allMatch(port -> port >= 1 && port <= 511).hasSizeGreaterThan(500);
        assertThat(ports.size() + failed).isEqualTo(560);
    }

    @Test
    void four_ports_serve_four_clients() {
        Nat nat = new Nat();
        NatRange range = Nat.range("10.2.0.1:6000-6003");
        for (int i = 0; i < 4; i++) {
            NatChosen chosen = nat.choose(nat.fresh(Nat.udp("10.1.0." + (2 + i), 40000, SERVER, 53)), Manip.SRC, range);
            assertThat(nat.confirm(chosen.after())).isInstanceOf(Confirmation.Confirmed.class);
        }
        NatChosen fifth = nat.choose(nat.fresh(Nat.udp("10.1.0.9", 40000, SERVER, 53)), Manip.SRC, range);
        assertThat(fifth.how())
                .isEqualTo("port 40000 not allowed: no free one of 6000-6003 found, " + Nat.newPort(fifth)
                        + " is taken too");
        Nat.assertFailsAtConfirm(nat, fifth);
    }

    @Test
    void the_id_of_a_ping_changes_like_a_port() {
        Nat nat = new Nat();
        nat.source(Nat.tuple(Protocols.ICMP, "10.1.0.2", 77, SERVER, 8 << 8), ROUTER);
        NatChosen chosen = nat.source(Nat.tuple(Protocols.ICMP, "10.1.0.3", 77, SERVER, 8 << 8), ROUTER);
        Tuple reply = chosen.after().reply();
        assertThat(reply.sourceKey()).isNotEqualTo(77);
        assertThat(reply).isEqualTo(Nat.tuple(Protocols.ICMP, SERVER, reply.sourceKey(), "10.2.0.1", 0));
        assertThat(chosen.how()).isEqualTo("id 77 taken by connection 1: " + reply.sourceKey() + " instead (random)");
    }

    @ParameterizedTest(name = "protocol {0}")
    @ValueSource(ints = {50, 99, Protocols.GRE})
    void without_a_key_the_second_client_fails(int protocol) {
        Nat nat = new Nat();
        nat.source(Nat.tuple(protocol, "10.1.0.10", 0, SERVER, 0), ROUTER);
        NatChosen second = nat.source(Nat.tuple(protocol, "10.1.0.11", 0, SERVER, 0), ROUTER);
        assertThat(second.how()).endsWith(" taken by connection 1, and nothing else to change");
        Nat.assertFailsAtConfirm(nat, second);
    }

    @Test
    void the_key_of_gre_changes_only_behind_a_master() {
        Nat nat = new Nat();
        nat.source(Nat.tuple(Protocols.GRE, "10.1.0.10", 5, SERVER, 0), ROUTER);
        Connection fresh = nat.fresh(Nat.tuple(Protocols.GRE, "10.1.0.11", 5, SERVER, 0));
        Connection expected = new Connection(
                fresh.id(),
                fresh.zone(),
                fresh.original(),
                fresh.reply(),
                0,
                0,
                0,
                Tracking.NONE,
                fresh.masqueradeLink(),
                OptionalLong.of(1),
                Optional.empty(),
                Assistance.NONE);
        assertThat(Nat.newPort(nat.choose(expected, Manip.SRC, ROUTER))).isNotEqualTo(5);
    }

    @Test
    void a_destination_without_ports_keeps_its_port_whatever_happens() {
        Nat nat = new Nat();
        nat.destination(Nat.udp("10.1.0.2", 5555, "10.1.0.1", 1001), Nat.range(SERVER + ":53"));
        NatChosen second =
                nat.choose(nat.fresh(Nat.udp("10.1.0.2", 5555, "10.1.0.1", 53)), Manip.DST, Nat.range(SERVER));
        assertThat(second.after().reply()).isEqualTo(Nat.udp(SERVER, 53, "10.1.0.2", 5555));
        assertThat(second.how()).isEqualTo("port 53 taken by connection 1, and nothing else to change");
    }

    @Test
    void a_decided_end_is_not_decided_again() {
        Nat nat = new Nat();
        Connection done = nat.choose(nat.fresh(Nat.udp("10.1.0.2", 1, SERVER, 2)), Manip.SRC, ROUTER)
                .after();
        assertThatThrownBy(() -> nat.choose(done, Manip.SRC, ROUTER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SRC of connection 1 is decided already");
    }

    @Test
    void zones_do_not_take_ports_from_each_other() {
        Nat nat = new Nat();
        nat.source(Nat.udp("10.1.0.2", 500, SERVER, 53), ROUTER);
        Tuple tuple = Nat.udp("10.1.0.3", 500, SERVER, 53);
        Connection zoned = Connection.fresh(
                9, new Zone(5, true, true), tuple, Tuples.inverse(tuple).orElseThrow());
        assertThat(Nat.newPort(nat.choose(zoned, Manip.SRC, ROUTER))).isEqualTo(500);
    }

    @Test
    void addresses_of_the_new_tuple_are_in_the_range() {
        NatChosen chosen = new Nat().source(Nat.udp("10.1.0.2", 500, SERVER, 53), Nat.range("10.2.0.100-10.2.0.109"));
        assertThat(chosen.after().reply().destination())
                .isBetween(IpAddress.of("10.2.0.100"), IpAddress.of("10.2.0.109"));
    }
}
