package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import nfstep.packet.IpAddress;
import nfstep.packet.Protocols;
import org.junit.jupiter.api.Test;

class EarlyDropTest {
    private static final IpAddress CLIENT = IpAddress.of("10.1.0.2");
    private static final IpAddress SERVER = IpAddress.of("10.2.0.2");

    private final Map<String, Integer> buckets = new TreeMap<>();
    private ConntrackTable table = ConntrackTable.empty();
    private long next = 1;

    @Test
    void the_first_bucket_of_eight_that_has_some_gives_all_of_them_up() {
        buckets.put(name(there(1)), 100);
        Connection near = entry(2, 103, 0);
        Connection beside = entry(3, 103, 0);
        entry(4, 104, 0);
        assertThat(EarlyDrop.victims(there(1), table, this::bucket)).containsExactly(near, beside);
    }

    @Test
    void what_is_assured_or_further_away_stays() {
        buckets.put(name(there(1)), 100);
        entry(2, 101, CtStatus.ASSURED.bit());
        entry(3, 108, 0);
        entry(4, 99, 0);
        assertThat(EarlyDrop.victims(there(1), table, this::bucket)).isEmpty();
    }

    @Test
    void the_last_bucket_is_followed_by_the_first() {
        buckets.put(name(there(1)), 262_143);
        Connection first = entry(2, 0, 0);
        assertThat(EarlyDrop.victims(there(1), table, this::bucket)).containsExactly(first);
    }

    @Test
    void a_connection_stands_in_the_bucket_of_its_reply_too() {
        buckets.put(name(there(1)), 100);
        Connection entry = entry(2, 5000, 0);
        buckets.put(name(entry.reply()), 107);
        assertThat(EarlyDrop.victims(there(1), table, this::bucket)).containsExactly(entry);
    }

    @Test
    void of_many_new_flows_about_as_many_get_in_as_on_a_kernel() {
        SeededDraw draw = new SeededDraw(7);
        Map<String, Integer> drawn = new TreeMap<>();
        Draw hash = (purpose, bound) -> drawn.computeIfAbsent(purpose, p -> draw.next(p, bound));
        for (int i = 0; i < 2990; i++) {
            add(i, CtStatus.CONFIRMED.bit());
        }
        long in = 0;
        for (int i = 0; i < 600; i++) {
            in += EarlyDrop.victims(there(5000 + i), table, hash).isEmpty() ? 0 : 1;
        }
        // measured on Linux: 8 of 60; eight buckets of 262,144 with 5,980 tuples in them make 1 in 6
        assertThat(in).isBetween(60L, 140L);
    }

    private int bucket(String purpose, int bound) {
        assertThat(bound).isEqualTo(262_144);
        return buckets.getOrDefault(purpose, 200_000);
    }

    private static String name(Tuple tuple) {
        return "bucket of " + tuple;
    }

    private static Tuple there(int port) {
        return new Tuple(CLIENT, SERVER, Protocols.UDP, port, 53);
    }

    private Connection entry(int port, int bucket, int status) {
        buckets.put(name(there(port)), bucket);
        return add(port, status | CtStatus.CONFIRMED.bit());
    }

    private Connection add(int port, int status) {
        Connection made = Connection.fresh(
                        next++,
                        Zone.DEFAULT,
                        there(port),
                        Tuples.inverse(there(port)).orElseThrow())
                .withStatus(status);
        table = table.with(made);
        return made;
    }
}
