package nfstep.conntrack;

import java.util.Collection;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * The connections of one namespace. Those not confirmed yet are here too, so that a packet needs only their number, but
 * no look-up by tuple finds them. Old versions stay valid.
 */
public final class ConntrackTable {
    private record Key(int zone, Tuple tuple) {}

    private record SourceKey(int zone, nfstep.packet.IpAddress address, int protocol, int key) {}

    /** A connection, and the direction of the tuple by which it was found. */
    public record Hit(Connection connection, Direction direction) {}

    private static final ConntrackTable EMPTY =
            new ConntrackTable(TreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), 0);

    private final TreePMap<Long, Connection> byId;
    private final HashPMap<Key, Long> byTuple;
    private final HashPMap<SourceKey, TreePMap<Long, Long>> bySource;
    private final int confirmed;

    private ConntrackTable(
            TreePMap<Long, Connection> byId,
            HashPMap<Key, Long> byTuple,
            HashPMap<SourceKey, TreePMap<Long, Long>> bySource,
            int confirmed) {
        this.byId = byId;
        this.byTuple = byTuple;
        this.bySource = bySource;
        this.confirmed = confirmed;
    }

    /** A table without a connection. */
    public static ConntrackTable empty() {
        return EMPTY;
    }

    /** The connection with that number, confirmed or not. */
    public Optional<Connection> connection(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All connections, confirmed or not, in the order of their creation. */
    public Collection<Connection> all() {
        return byId.values();
    }

    /** Those that are not confirmed, in the order of their creation. */
    public java.util.List<Connection> unconfirmed() {
        if (byId.size() == confirmed) {
            return java.util.List.of();
        }
        return byId.values().stream().filter(c -> !c.isConfirmed()).toList();
    }

    /** How many are confirmed. */
    public int size() {
        return confirmed;
    }

    /** The confirmed connection that has that tuple, also if its time is over. */
    public Optional<Hit> find(int zone, Tuple tuple) {
        Long id = byTuple.get(new Key(zone, tuple));
        if (id == null) {
            return Optional.empty();
        }
        Connection found = byId.get(id);
        if (found == null) {
            throw new IllegalStateException("connection " + id + " has a tuple but is not in the table");
        }
        boolean original = found.original().equals(tuple) && found.zone().idFor(Direction.ORIGINAL) == zone;
        return Optional.of(new Hit(found, original ? Direction.ORIGINAL : Direction.REPLY));
    }

    /** Confirmed connections whose original source is that one, oldest first; the NAT code's by-source index. */
    public java.util.List<Connection> withSource(int zone, Tuple tuple) {
        TreePMap<Long, Long> ids =
                bySource.get(new SourceKey(zone, tuple.source(), tuple.protocol(), tuple.sourceKey()));
        if (ids == null) {
            return java.util.List.of();
        }
        return ids.keySet().stream().map(byId::get).toList();
    }

    /** This table with that version of the connection; indexed by tuple once it is confirmed. */
    public ConntrackTable with(Connection connection) {
        ConntrackTable base = without(connection.id());
        TreePMap<Long, Connection> ids = base.byId.plus(connection.id(), connection);
        if (!connection.isConfirmed()) {
            return new ConntrackTable(ids, base.byTuple, base.bySource, base.confirmed);
        }
        return new ConntrackTable(
                ids,
                base.byTuple
                        .plus(key(connection, Direction.REPLY), connection.id())
                        .plus(key(connection, Direction.ORIGINAL), connection.id()),
                base.plusSource(connection),
                base.confirmed + 1);
    }

    /** This table without that connection. */
    public ConntrackTable without(long id) {
        Connection old = byId.get(id);
        if (old == null) {
            return this;
        }
        if (!old.isConfirmed()) {
            return new ConntrackTable(byId.minus(id), byTuple, bySource, confirmed);
        }
        HashPMap<Key, Long> tuples = byTuple.minus(key(old, Direction.ORIGINAL)).minus(key(old, Direction.REPLY));
        return new ConntrackTable(byId.minus(id), tuples, minusSource(old), confirmed - 1);
    }

    private HashPMap<SourceKey, TreePMap<Long, Long>> plusSource(Connection c) {
        TreePMap<Long, Long> old = bySource.get(sourceKey(c));
        TreePMap<Long, Long> ids = old == null ? TreePMap.empty() : old;
        return bySource.plus(sourceKey(c), ids.plus(c.id(), c.id()));
    }

    private HashPMap<SourceKey, TreePMap<Long, Long>> minusSource(Connection c) {
        TreePMap<Long, Long> old = bySource.get(sourceKey(c));
        if (old == null) {
            return bySource;
        }
        TreePMap<Long, Long> rest = old.minus(c.id());
        return rest.isEmpty() ? bySource.minus(sourceKey(c)) : bySource.plus(sourceKey(c), rest);
    }

    private static Key key(Connection c, Direction direction) {
        return new Key(c.zone().idFor(direction), c.tuple(direction));
    }

    private static SourceKey sourceKey(Connection c) {
        Tuple t = c.original();
        return new SourceKey(c.zone().idFor(Direction.ORIGINAL), t.source(), t.protocol(), t.sourceKey());
    }
}
