package nfstep.rules.xt;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.rules.StatefulMatch.Lesson;
import nfstep.rules.StatefulMatch.Memory;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/** What {@code -m connlimit} remembers: the connections of each host or network. */
public record ConnectionCounts(HashPMap<Key, ConnectionCount> byKey) implements Memory {
    /** Nothing. */
    static final ConnectionCounts NONE = new ConnectionCounts(HashTreePMap.empty());

    /** Whose connections count together: an address or the first one of a network, in one zone. */
    public record Key(IpAddress network, int zone) {}

    /** The connections of one of them are these from now on. */
    public record Counting(Key key, ConnectionCount count) implements Lesson {
        @Override
        public Memory after(@Nullable Memory before) {
            ConnectionCounts counts = before == null ? NONE : (ConnectionCounts) before;
            return new ConnectionCounts(counts.byKey().plus(key, count));
        }
    }

    /** The connections of one of them; none where none was met yet. */
    Optional<ConnectionCount> of(Key key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
