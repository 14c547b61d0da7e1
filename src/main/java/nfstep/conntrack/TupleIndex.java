package nfstep.conntrack;

import java.util.List;
import org.pcollections.ConsPStack;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/** Which connections have a tuple, in either direction: {@code nf_conntrack_hash}. Old versions stay valid. */
final class TupleIndex {
    private record Key(int zone, Tuple tuple) {}

    private static final TupleIndex EMPTY = new TupleIndex(HashTreePMap.empty());

    /** In zones for one direction several connections may have a tuple in common; the newest stands first in the chain. */
    private final HashPMap<Key, ConsPStack<Long>> ids;

    private TupleIndex(HashPMap<Key, ConsPStack<Long>> ids) {
        this.ids = ids;
    }

    static TupleIndex empty() {
        return EMPTY;
    }

    /** Those that have it in that zone, newest first. */
    List<Long> find(int zone, Tuple tuple) {
        ConsPStack<Long> chain = ids.get(new Key(zone, tuple));
        return chain == null ? List.of() : chain;
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
        ConsPStack<Long> chain = ids.get(key);
        return new TupleIndex(ids.plus(key, chain == null ? ConsPStack.singleton(id) : chain.plus(id)));
    }

    private TupleIndex minus(Key key, long id) {
        ConsPStack<Long> chain = ids.get(key);
        ConsPStack<Long> left = chain == null ? ConsPStack.empty() : chain.minus((Object) id);
        return new TupleIndex(left.isEmpty() ? ids.minus(key) : ids.plus(key, left));
    }

    private static Key key(Connection connection, Direction direction) {
        return new Key(connection.zone().idFor(direction), connection.tuple(direction));
    }
}
