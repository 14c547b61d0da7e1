package nfstep.conntrack;

import java.util.List;
import java.util.OptionalLong;
import org.pcollections.TreePMap;

/** When connections end, the first to end first. Old versions stay valid. */
final class ExpiryIndex {
    private record Key(long nanos, long id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return nanos == other.nanos ? Long.compare(id, other.id) : Long.compare(nanos, other.nanos);
        }
    }

    private static final ExpiryIndex EMPTY = new ExpiryIndex(TreePMap.empty());

    private final TreePMap<Key, Long> ids;

    private ExpiryIndex(TreePMap<Key, Long> ids) {
        this.ids = ids;
    }

    static ExpiryIndex empty() {
        return EMPTY;
    }

    /** The numbers of those whose time is over at that time. */
    List<Long> until(long now) {
        return List.copyOf(ids.headMap(new Key(now, Long.MAX_VALUE), true).values());
    }

    /** When the first one ends. */
    OptionalLong first() {
        return ids.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(ids.firstKey().nanos());
    }

    ExpiryIndex with(Connection connection) {
        return new ExpiryIndex(ids.plus(new Key(connection.expiresAt(), connection.id()), connection.id()));
    }

    ExpiryIndex without(Connection connection) {
        return new ExpiryIndex(ids.minus(new Key(connection.expiresAt(), connection.id())));
    }
}
