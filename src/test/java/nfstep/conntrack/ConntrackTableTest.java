package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConntrackTableTest {
    private static final Tuple TUPLE = Nat.udp("10.1.0.2", 1, "10.2.0.2", 2);

    @Test
    void a_tuple_that_is_its_own_answer_is_found_as_the_reply() {
        Tuple own = Nat.udp("127.0.0.1", 5, "127.0.0.1", 5);
        ConntrackTable table = ConntrackTable.empty().with(connection(1, Zone.DEFAULT, own));
        assertThat(table.find(Zone.DEFAULT, own).orElseThrow().direction()).isEqualTo(Direction.REPLY);
    }

    @ParameterizedTest(name = "connection in zone {0}, packet of the {1} direction in zone {2}: found {3}")
    @CsvSource({
        "5 both, original, 5 both, true", "5 both, reply, 5 both, true", "5 both, original, 0 both, false",
        "5 orig, original, 5 both, true", "5 orig, original, 5 orig, true", "5 orig, original, 0 both, false",
        "5 orig, reply, 0 both, true", "5 orig, reply, 5 orig, true", "5 orig, reply, 5 both, false",
        "5 reply, reply, 5 both, true", "5 reply, original, 0 both, true", "5 reply, reply, 0 both, false"
    })
    void zones_count_for_their_directions(String zone, String direction, String packetZone, boolean found) {
        Connection connection = connection(1, zone(zone), TUPLE);
        ConntrackTable table = ConntrackTable.empty().with(connection);
        Tuple tuple = direction.equals("original") ? connection.original() : connection.reply();
        assertThat(table.find(zone(packetZone), tuple).isPresent()).isEqualTo(found);
    }

    private static Zone zone(String text) {
        String[] words = text.split(" ", -1);
        int id = Integer.parseInt(words[0]);
        return new Zone(id, !words[1].equals("reply"), !words[1].equals("orig"));
    }

    @Test
    void connections_end_in_their_order() {
        ConntrackTable table = ConntrackTable.empty()
                .with(connection(1, Zone.DEFAULT, TUPLE).withExpiry(30))
                .with(connection(2, Zone.DEFAULT, Nat.udp("10.1.0.2", 2, "10.2.0.2", 2))
                        .withExpiry(10))
                .with(connection(3, Zone.DEFAULT, Nat.udp("10.1.0.2", 3, "10.2.0.2", 2))
                        .withExpiry(20));
        assertThat(table.nextExpiry()).hasValue(10);
        assertThat(table.expired(9)).isEmpty();
        assertThat(table.expired(20)).extracting(Connection::id).containsExactly(2L, 3L);
        assertThat(table.without(2).nextExpiry()).hasValue(20);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_124})
    void any_order_of_changes_leaves_what_was_put_last(long seed) {
        Random random = new Random(seed);
        List<Connection> last = new ArrayList<>();
        ConntrackTable table = ConntrackTable.empty();
        for (int i = 0; i < 500; i++) {
            int id = random.nextInt(20);
            table = table.without(id);
            last.removeIf(c -> c.id() == id);
            if (random.nextInt(3) > 0) {
                Connection c = connection(id, Zone.DEFAULT, Nat.udp("10.1.0.2", id, "10.2.0.2", 2))
                        .withExpiry(random.nextInt(100));
                Connection version = random.nextBoolean() ? c.with(CtStatus.SRC_NAT_DONE) : c;
                table = table.with(c).with(version);
                last.add(version);
            }
            assertHolds(table, last);
        }
    }

    private static void assertHolds(ConntrackTable table, List<Connection> connections) {
        assertThat(table.all()).containsExactlyInAnyOrderElementsOf(connections);
        assertThat(table.size()).isEqualTo(connections.size());
        assertThat(table.expired(50))
                .containsExactlyInAnyOrderElementsOf(
                        connections.stream().filter(c -> c.expiresAt() <= 50).toList());
        for (Connection c : connections) {
            assertThat(table.find(Zone.DEFAULT, c.reply()).orElseThrow().connection())
                    .isEqualTo(c);
            assertThat(table.withSource(Zone.DEFAULT, c.original()).isEmpty())
                    .isNotEqualTo(c.has(CtStatus.SRC_NAT_DONE));
        }
    }

    private static Connection connection(long id, Zone zone, Tuple tuple) {
        return Connection.fresh(id, zone, tuple, Tuples.inverse(tuple).orElseThrow())
                .with(CtStatus.CONFIRMED)
                .withExpiry(1);
    }
}
