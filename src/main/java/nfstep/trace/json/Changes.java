package nfstep.trace.json;

import java.util.List;
import nfstep.packet.IpFamily;
import nfstep.state.Change;
import nfstep.state.Counters;
import nfstep.state.DrawKind;
import nfstep.state.Ids;
import nfstep.state.PeerBucket;

/** Codecs of changes of the world, where an event holds them as they are: a kind for each of them. */
final class Changes {
    /** The next numbers of packets, connections, rules and IP headers. */
    static final Codec<Ids> IDS = Codec.tuple(
            4,
            ids -> List.of(
                    new Json.Whole(ids.packet()),
                    new Json.Whole(ids.connection()),
                    new Json.Whole(ids.rule()),
                    new Json.Whole(ids.ipId())),
            in -> new Ids(
                    in.get(0).number(),
                    in.get(1).number(),
                    in.get(2).number(),
                    in.get(3).number()));

    /** A whole number. */
    static final Codec<Long> NUMBER = Codec.of(Json.Whole::new, Node::number);

    private static final String NAMESPACE = "namespace";

    private Changes() {}

    static Codec<Change> codec(EditTexts texts) {
        return kinds(texts).codec();
    }

    static Kinds<Change> kinds(EditTexts texts) {
        List<Kinds.Kind<Change, ? extends Change>> all = new java.util.ArrayList<>(edits(texts));
        all.addAll(COUNTS);
        all.addAll(OTHERS);
        all.addAll(LinkChanges.ALL);
        return new Kinds<>(all);
    }

    private static List<Kinds.Kind<Change, ? extends Change>> edits(EditTexts texts) {
        return List.of(
                Kinds.kind(
                        "network",
                        Change.NetworkEdited.class,
                        (it, out) -> out.text("command", texts.print(it.edit())),
                        in -> new Change.NetworkEdited(texts.network(in.text("command")))),
                Kinds.kind(
                        "rules",
                        Change.RulesEdited.class,
                        (it, out) -> out.text(NAMESPACE, it.namespace())
                                .put("family", Values.FAMILY, it.family())
                                .text("command", texts.print(it.edit(), it.family())),
                        in -> {
                            IpFamily family = in.get("family", Values.FAMILY);
                            return new Change.RulesEdited(
                                    in.text(NAMESPACE), family, texts.rules(in.text("command"), family));
                        }),
                Kinds.kind(
                        "table",
                        Change.TableUsed.class,
                        (it, out) -> out.text(NAMESPACE, it.namespace())
                                .put("family", Values.FAMILY, it.family())
                                .put("table", Values.TABLE, it.table()),
                        in -> new Change.TableUsed(
                                in.text(NAMESPACE), in.get("family", Values.FAMILY), in.get("table", Values.TABLE))));
    }

    private static final List<Kinds.Kind<Change, ? extends Change>> COUNTS = List.of(
            Kinds.kind(
                    "rule-counted",
                    Change.RuleCounted.class,
                    (it, out) -> out.text(NAMESPACE, it.namespace())
                            .number("rule", it.rule())
                            .number("length", it.length()),
                    in -> new Change.RuleCounted(in.text(NAMESPACE), in.number("rule"), in.integer("length"))),
            Kinds.kind(
                    "policy-counted",
                    Change.PolicyCounted.class,
                    (it, out) -> out.text(NAMESPACE, it.namespace())
                            .put("family", Values.FAMILY, it.policy().family())
                            .put("table", Values.TABLE, it.policy().table())
                            .put("hook", Places.HOOK, it.policy().hook())
                            .number("length", it.length()),
                    in -> new Change.PolicyCounted(
                            in.text(NAMESPACE),
                            new Counters.PolicyKey(
                                    in.get("family", Values.FAMILY),
                                    in.get("table", Values.TABLE),
                                    in.get("hook", Places.HOOK)),
                            in.integer("length"))),
            Kinds.kind(
                    "remembered",
                    Change.MatchLearned.class,
                    (it, out) -> {
                        Memories.write(it.match(), out.text(NAMESPACE, it.namespace()));
                        out.put("memory", Memories.CODEC, it.lesson());
                    },
                    in -> new Change.MatchLearned(
                            in.text(NAMESPACE), Memories.key(in), in.get("memory", Memories.CODEC))));

    private static final List<Kinds.Kind<Change, ? extends Change>> OTHERS = List.of(
            Kinds.kind(
                    "connection",
                    Change.ConnectionSet.class,
                    (it, out) ->
                            out.text(NAMESPACE, it.namespace()).put("connection", Connections.FRESH, it.connection()),
                    in -> new Change.ConnectionSet(in.text(NAMESPACE), in.get("connection", Connections.FRESH))),
            Kinds.kind(
                    "connection-removed",
                    Change.ConnectionRemoved.class,
                    (it, out) -> out.text(NAMESPACE, it.namespace()).number("id", it.id()),
                    in -> new Change.ConnectionRemoved(in.text(NAMESPACE), in.number("id"))),
            Kinds.kind(
                    "expectation",
                    Change.ExpectationSet.class,
                    (it, out) -> out.text(NAMESPACE, it.namespace())
                            .put("expectation", Assistances.EXPECTATION, it.expectation()),
                    in -> new Change.ExpectationSet(
                            in.text(NAMESPACE), in.get("expectation", Assistances.EXPECTATION))),
            Kinds.kind(
                    "expectation-removed",
                    Change.ExpectationRemoved.class,
                    (it, out) -> out.text(NAMESPACE, it.namespace()).number("id", it.id()),
                    in -> new Change.ExpectationRemoved(in.text(NAMESPACE), in.number("id"))),
            Kinds.kind(
                    "socket",
                    Change.SocketSet.class,
                    (it, out) -> out.text(NAMESPACE, it.namespace()).put("socket", Sockets.CODEC, it.socket()),
                    in -> new Change.SocketSet(in.text(NAMESPACE), in.get("socket", Sockets.CODEC))),
            Kinds.kind(
                    "socket-removed",
                    Change.SocketRemoved.class,
                    (it, out) -> out.text(NAMESPACE, it.namespace()).number("id", it.id()),
                    in -> new Change.SocketRemoved(in.text(NAMESPACE), in.number("id"))),
            Kinds.kind(
                    "peer",
                    Change.PeerSet.class,
                    (it, out) -> out.text(NAMESPACE, it.namespace())
                            .put("address", Values.ADDRESS, it.address())
                            .number("tokens", it.bucket().tokens())
                            .number("last", it.bucket().last())
                            .numberOr0("redirects", it.bucket().redirects()),
                    in -> new Change.PeerSet(
                            in.text(NAMESPACE),
                            in.get("address", Values.ADDRESS),
                            new PeerBucket(in.number("tokens"), in.number("last"), in.integerOr0("redirects")))),
            Kinds.kind(
                    "ids",
                    Change.IdsTaken.class,
                    (it, out) -> out.put("next", IDS, it.next()),
                    in -> new Change.IdsTaken(in.get("next", IDS))),
            Kinds.kind(
                    "time",
                    Change.TimeSet.class,
                    (it, out) -> out.number("nanos", it.nanos()),
                    in -> new Change.TimeSet(in.number("nanos"))),
            Kinds.kind(
                    "date",
                    Change.DateSet.class,
                    (it, out) -> out.number("seconds", it.date()),
                    in -> new Change.DateSet(in.number("seconds"))),
            Kinds.kind(
                    "draws",
                    Change.DrawsChosen.class,
                    (it, out) -> out.text(NAMESPACE, it.namespace())
                            .word("draw", it.draw())
                            .list("values", NUMBER, it.values()),
                    in -> new Change.DrawsChosen(
                            in.text(NAMESPACE), in.word("draw", DrawKind.values()), in.list("values", NUMBER))),
            Kinds.kind(
                    "draw-taken",
                    Change.DrawTaken.class,
                    (it, out) -> out.number("number", it.number()),
                    in -> new Change.DrawTaken(in.number("number"))));
}
