package nfstep.conntrack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which connections go where the table is full: {@code net/netfilter/nf_conntrack_core.c}, {@code early_drop}. From the
 * bucket of the new one on, eight are looked at, and in the first of them with a connection that is not assured, all such go.
 * A kernel's hash has a seed of its own, so here the bucket of a tuple is drawn.
 *
 * <p>What the kernel's collector does besides, some time later, is not modelled: above 95 % it also takes assured TCP
 * connections that are closing.
 */
public final class EarlyDrop {
    private static final int BUCKETS = 262_144;
    private static final int RANGE = 8;

    private final Draw draw;
    private final Map<Integer, List<Connection>> near = new TreeMap<>();

    private EarlyDrop(Draw draw) {
        this.draw = draw;
    }

    /** The connections that make room for a new one with that tuple; empty if none may go. */
    public static List<Connection> victims(Tuple fresh, ConntrackTable table, Draw draw) {
        EarlyDrop drop = new EarlyDrop(draw);
        int start = drop.bucket(fresh);
        for (Connection c : table.all()) {
            if (c.isConfirmed() && !c.has(CtStatus.ASSURED) && !c.has(CtStatus.DYING)) {
                drop.add(c, start);
            }
        }
        return drop.near.values().stream().findFirst().orElse(List.of());
    }

    private int bucket(Tuple tuple) {
        return draw.next("bucket of " + tuple, BUCKETS);
    }

    private void add(Connection connection, int start) {
        for (Direction direction : Direction.values()) {
            int distance = Math.floorMod(bucket(connection.tuple(direction)) - start, BUCKETS);
            if (distance < RANGE) {
                List<Connection> there = near.computeIfAbsent(distance, d -> new ArrayList<>());
                if (!there.contains(connection)) {
                    there.add(connection);
                }
            }
        }
    }
}
