package nfstep.conntrack;

import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/** Which connection has a tuple, in either direction: {@code nf_conntrack_hash}. Old versions stay valid. */
final class TupleIndex {
    private record Key(int zone, Tuple tuple) {}

    private static final TupleIndex EMPTY = new TupleIndex(HashTreePMap.empty(), HashTreePMap.empty());

    private final HashPMap<Key, Long> ids;
    /** In zones for one direction two connections may have a tuple in common; the newest stands first in the chain. */
    private final HashPMap<Key, Long> hidden;

    private TupleIndex(HashPMap<Key, Long> ids, HashPMap<Key, Long> hidden) {
        this.ids = ids;
        this.hidden = hidden;
    }

    static TupleIndex empty() {
        return EMPTY;
    }

    Optional<Long> find(int zone, Tuple tuple) {
        return Optional.ofNullable(ids.get(new Key(zone, tuple)));
    }

    TupleIndex with(Connection connection) {
        TupleIndex plus =
                connection.has(CtStatus.NAT_CLASH) ? this : plus(key(connection, Direction.ORIGINAL), connection.id());
        return plus.plus(key(connection, Direction.REPLY), connection.id());
    }

    TupleIndex without(Connection connection) {
        TupleIndex minus =
                connection.has(CtStatus.NAT_CLASH) ? this : minus(key(connection, Direction.ORIGINAL), connection.id());
        return minus.minus(key(connection, Direction.REPLY), connection.id());
    }

    private TupleIndex plus(Key key, long id) {
        Long other = ids.get(key);
        boolean hides = other != null && other != id;
        return new TupleIndex(ids.plus(key, id), hides ? hidden.plus(key, other) : hidden);
    }

    private TupleIndex minus(Key key, long id) {
        Long first = ids.get(key);
        Long next = hidden.get(key);
        if (next == null) {
            return first != null && first == id ? new TupleIndex(ids.minus(key), hidden) : this;
        }
        boolean isFirst = first != null && first == id;
        return isFirst || next == id ? new TupleIndex(isFirst ? ids.plus(key, next) : ids, hidden.minus(key)) : this;
    }

    private static Key key(Connection connection, Direction direction) {
        return new Key(connection.zone().idFor(direction), connection.tuple(direction));
    }
}
