package nfstep.trace.json;

import java.util.List;
import nfstep.rules.StatefulMatch;
import nfstep.rules.xt.ConnectionCount;
import nfstep.rules.xt.ConnectionCounts;
import nfstep.rules.xt.HashlimitBucket;
import nfstep.rules.xt.HashlimitTable;
import nfstep.rules.xt.LimitMatch;
import nfstep.rules.xt.NthMatch;
import nfstep.rules.xt.QuotaMatch;
import nfstep.rules.xt.RecentList;
import nfstep.state.Counters.MemoryKey;

/** Codecs of what stateful matches remember or learn: a kind for each of them. */
final class Memories {
    /** Tuple and zone. */
    private static final Codec<ConnectionCount.Counted> COUNTED = Codec.tuple(
            2,
            it -> List.of(Values.TUPLE.write(it.tuple()), Values.ZONE.write(it.zone())),
            in -> new ConnectionCount.Counted(Values.TUPLE.read(in.get(0)), Values.ZONE.read(in.get(1))));

    /** Source, its port, destination, its port. */
    private static final Codec<HashlimitTable.Flow> FLOW = Codec.tuple(
            4,
            it -> List.of(
                    Values.ADDRESS.write(it.source()),
                    new Json.Whole(it.sourcePort()),
                    Values.ADDRESS.write(it.destination()),
                    new Json.Whole(it.destinationPort())),
            in -> new HashlimitTable.Flow(
                    Values.ADDRESS.read(in.get(0)),
                    in.get(1).integer(),
                    Values.ADDRESS.read(in.get(2)),
                    in.get(3).integer()));

    private static final Codec<HashlimitBucket> BUCKET = Codec.object(
            (it, out) -> out.number("credit", it.credit())
                    .numberOr0("refills", it.refills())
                    .flag("over", it.over())
                    .number("last", it.last())
                    .number("idle", it.idle()),
            in -> new HashlimitBucket(
                    in.number("credit"),
                    in.numberOr0("refills"),
                    in.flag("over"),
                    in.number("last"),
                    in.number("idle")));

    static final Kinds<StatefulMatch.Lesson> KINDS = new Kinds<>(List.of(
            Kinds.kind(
                    "limit",
                    LimitMatch.Bucket.class,
                    (it, out) -> out.number("credit", it.credit()).number("jiffies", it.jiffies()),
                    in -> new LimitMatch.Bucket(in.number("credit"), in.number("jiffies"))),
            Kinds.kind(
                    "nth",
                    NthMatch.Count.class,
                    (it, out) -> out.number("seen", it.seen()),
                    in -> new NthMatch.Count(in.number("seen"))),
            Kinds.kind(
                    "quota",
                    QuotaMatch.Rest.class,
                    (it, out) -> out.number("bytes", it.bytes()),
                    in -> new QuotaMatch.Rest(in.number("bytes"))),
            Kinds.kind(
                    "connections",
                    ConnectionCounts.Counting.class,
                    (it, out) -> out.put("network", Values.ADDRESS, it.key().network())
                            .number("zone", it.key().zone())
                            .list("counted", COUNTED, it.count().connections())
                            .number("cleanedBy", it.count().cleanedBy()),
                    in -> new ConnectionCounts.Counting(
                            new ConnectionCounts.Key(in.get("network", Values.ADDRESS), in.integer("zone")),
                            new ConnectionCount(in.list("counted", COUNTED), in.number("cleanedBy")))),
            Kinds.kind(
                    "recent",
                    RecentList.Seen.class,
                    (it, out) -> out.optional("forgotten", Values.ADDRESS, it.forgotten())
                            .optional("noted", Values.ADDRESS, it.noted())
                            .number("ttl", it.ttl())
                            .number("jiffies", it.now()),
                    in -> new RecentList.Seen(
                            in.optional("forgotten", Values.ADDRESS),
                            in.optional("noted", Values.ADDRESS),
                            in.integer("ttl"),
                            in.number("jiffies"))),
            Kinds.kind(
                    "flow",
                    HashlimitTable.Met.class,
                    (it, out) -> out.put("flow", FLOW, it.flow()).put("bucket", BUCKET, it.bucket()),
                    in -> new HashlimitTable.Met(in.get("flow", FLOW), in.get("bucket", BUCKET))),
            Kinds.kind("nothing", StatefulMatch.NoLesson.class, (it, out) -> {}, in -> new StatefulMatch.NoLesson())));

    static final Codec<StatefulMatch.Lesson> CODEC = KINDS.codec();

    private Memories() {}

    static void write(MemoryKey key, Out out) {
        if (key instanceof MemoryKey.OfRule own) {
            out.number("rule", own.rule()).number("match", own.match());
        } else {
            StatefulMatch.Shared shared = ((MemoryKey.Named) key).name();
            out.text("folder", shared.folder()).text("name", shared.name());
        }
    }

    static MemoryKey key(In in) {
        return in.find("folder")
                .<MemoryKey>map(folder -> new MemoryKey.Named(new StatefulMatch.Shared(folder.text(), in.text("name"))))
                .orElseGet(() -> new MemoryKey.OfRule(in.number("rule"), in.integer("match")));
    }
}
