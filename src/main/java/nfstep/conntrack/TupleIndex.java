package nfstep.conntrack;

import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/** Which connection has a tuple, in either direction: {@code nf_conntrack_hash}. Old versions stay valid. */
final class TupleIndex {
    private record Key(int zone, Tuple tuple) {}

    private static final TupleIndex EMPTY = new TupleIndex(HashTreePMap.empty());

    private final HashPMap<Key, Long> ids;

    private TupleIndex(HashPMap<Key, Long> ids) {
        this.ids = ids;
    }

    static TupleIndex empty() {
        return EMPTY;
    }

    Optional<Long> find(int zone, Tuple tuple) {
        return Optional.ofNullable(ids.get(new Key(zone, tuple)));
    }

    TupleIndex with(Connection connection) {
        HashPMap<Key, Long> plus = connection.has(CtStatus.NAT_CLASH)
                ? ids
                : ids.plus(key(connection, Direction.ORIGINAL), connection.id());
        return new TupleIndex(plus.plus(key(connection, Direction.REPLY), connection.id()));
    }

    TupleIndex without(Connection connection) {
        HashPMap<Key, Long> minus =
                connection.has(CtStatus.NAT_CLASH) ? ids : ids.minus(key(connection, Direction.ORIGINAL));
        return new TupleIndex(minus.minus(key(connection, Direction.REPLY)));
    }

    private static Key key(Connection connection, Direction direction) {
        return new Key(connection.zone().idFor(direction), connection.tuple(direction));
    }
}
