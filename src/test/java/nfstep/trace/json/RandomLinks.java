package nfstep.trace.json;

import java.util.Optional;
import nfstep.host.NeighbourKey;
import nfstep.state.Change;
import nfstep.state.LinkLayer;

/** What a namespace learns of its links, with values from a seed. */
record RandomLinks(RandomValues values, String namespace) {
    Change station() {
        return new Change.StationSeen(namespace, 2, values.mac(), 3, values.number(99));
    }

    Change found() {
        return new Change.NeighbourFound(
                namespace,
                key(),
                new LinkLayer.Neighbour(
                        values.mac(), values.number(99), values.flag() ? 7 : LinkLayer.Neighbour.REACHABLE_NANOS));
    }

    Change lost() {
        return new Change.NeighbourLost(namespace, key());
    }

    Change path() {
        LinkLayer.Path path = new LinkLayer.Path(
                key(),
                values.flag() ? Optional.of(values.address()) : Optional.empty(),
                values.number(9),
                values.flag(),
                values.number(99));
        return new Change.PathFound(namespace, values.address(), path);
    }

    private NeighbourKey key() {
        return new NeighbourKey(3, values.address());
    }
}
