package nfstep.trace.json;

import java.util.List;
import java.util.Optional;
import nfstep.host.NeighbourKey;
import nfstep.state.Change;
import nfstep.state.LinkLayer;

/** Codecs of what namespaces learn of their links. */
final class LinkChanges {
    private static final String NAMESPACE = "namespace";

    /** A neighbour: the index of the device and the address. */
    private static final Codec<NeighbourKey> KEY = Codec.tuple(
            2,
            key -> List.of(new Json.Whole(key.link()), Values.ADDRESS.write(key.address())),
            in -> new NeighbourKey(in.get(0).integer(), Values.ADDRESS.read(in.get(1))));

    static final List<Kinds.Kind<Change, ? extends Change>> ALL = List.of(
            Kinds.kind(
                    "station",
                    Change.StationSeen.class,
                    (it, out) -> out.text(NAMESPACE, it.namespace())
                            .number("bridge", it.bridge())
                            .put("mac", Values.MAC, it.mac())
                            .number("port", it.port())
                            .number("seen", it.at()),
                    in -> new Change.StationSeen(
                            in.text(NAMESPACE),
                            in.integer("bridge"),
                            in.get("mac", Values.MAC),
                            in.integer("port"),
                            in.number("seen"))),
            Kinds.kind(
                    "neighbour",
                    Change.NeighbourFound.class,
                    (it, out) -> out.text(NAMESPACE, it.namespace())
                            .put("key", KEY, it.key())
                            .put("mac", Values.MAC, it.neighbour().mac())
                            .number("confirmed", it.neighbour().confirmed())
                            .optional("believed", Changes.NUMBER, believed(it.neighbour())),
                    in -> new Change.NeighbourFound(
                            in.text(NAMESPACE),
                            in.get("key", KEY),
                            new LinkLayer.Neighbour(
                                    in.get("mac", Values.MAC),
                                    in.number("confirmed"),
                                    in.optional("believed", Changes.NUMBER)
                                            .orElse(LinkLayer.Neighbour.REACHABLE_NANOS)))),
            Kinds.kind(
                    "neighbour-lost",
                    Change.NeighbourLost.class,
                    (it, out) -> out.text(NAMESPACE, it.namespace()).put("key", KEY, it.key()),
                    in -> new Change.NeighbourLost(in.text(NAMESPACE), in.get("key", KEY))),
            Kinds.kind(
                    "path",
                    Change.PathFound.class,
                    (it, out) -> out.text(NAMESPACE, it.namespace())
                            .put("to", Values.ADDRESS, it.destination())
                            .put("via", KEY, it.path().via())
                            .optional("gateway", Values.ADDRESS, it.path().gateway())
                            .number("mtu", it.path().mtu())
                            .flag("locked", it.path().locked())
                            .number("until", it.path().until()),
                    in -> new Change.PathFound(
                            in.text(NAMESPACE),
                            in.get("to", Values.ADDRESS),
                            new LinkLayer.Path(
                                    in.get("via", KEY),
                                    in.optional("gateway", Values.ADDRESS),
                                    in.integer("mtu"),
                                    in.flag("locked"),
                                    in.number("until")))));

    private LinkChanges() {}

    /** The usual time is left out. */
    private static Optional<Long> believed(LinkLayer.Neighbour neighbour) {
        return Optional.of(neighbour.believed()).filter(nanos -> nanos != LinkLayer.Neighbour.REACHABLE_NANOS);
    }
}
