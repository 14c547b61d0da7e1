package nfstep.conntrack;

import java.util.List;
import nfstep.packet.IpAddress;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/** The connections whose source NAT decided, by their original source: {@code nf_nat_bysource}. */
final class SourceIndex {
    private record Key(int zone, int hashedZone, IpAddress address, int protocol, int key) {
        static Key of(Zone zone, Tuple tuple) {
            int hashed = zone.original() && zone.reply() ? zone.id() : 0;
            int counting = zone.idFor(Direction.ORIGINAL);
            return new Key(counting, hashed, tuple.source(), tuple.protocol(), tuple.sourceKey());
        }
    }

    private static final SourceIndex EMPTY = new SourceIndex(HashTreePMap.empty());

    private final HashPMap<Key, TreePMap<Long, Long>> ids;

    private SourceIndex(HashPMap<Key, TreePMap<Long, Long>> ids) {
        this.ids = ids;
    }

    static SourceIndex empty() {
        return EMPTY;
    }

    /** The numbers of the connections from there, newest first, as the kernel's list has them. */
    List<Long> find(Zone zone, Tuple tuple) {
        return List.copyOf(at(Key.of(zone, tuple)).descendingMap().keySet());
    }

    SourceIndex with(Connection connection) {
        if (!connection.has(CtStatus.SRC_NAT_DONE)) {
            return this;
        }
        Key key = Key.of(connection.zone(), connection.original());
        return new SourceIndex(ids.plus(key, at(key).plus(connection.id(), connection.id())));
    }

    SourceIndex without(Connection connection) {
        Key key = Key.of(connection.zone(), connection.original());
        TreePMap<Long, Long> rest = at(key).minus(connection.id());
        return new SourceIndex(rest.isEmpty() ? ids.minus(key) : ids.plus(key, rest));
    }

    private TreePMap<Long, Long> at(Key key) {
        return ids.getOrDefault(key, TreePMap.empty());
    }
}
