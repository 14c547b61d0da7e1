package nfstep.trace.json;

import java.util.List;
import nfstep.rules.StatefulMatch;
import nfstep.rules.xt.LimitMatch;
import nfstep.rules.xt.NthMatch;
import nfstep.rules.xt.QuotaMatch;
import nfstep.state.Counters.MemoryKey;

/** Codecs of what stateful matches remember or learn: a kind for each of them. */
final class Memories {
    static final Kinds<StatefulMatch.Lesson> KINDS = new Kinds<>(List.of(
            Kinds.kind(
                    "limit",
                    LimitMatch.Bucket.class,
                    (it, out) -> out.number("credit", it.credit()).number("jiffies", it.jiffies()),
                    in -> new LimitMatch.Bucket(in.integer("credit"), in.number("jiffies"))),
            Kinds.kind(
                    "nth",
                    NthMatch.Count.class,
                    (it, out) -> out.number("seen", it.seen()),
                    in -> new NthMatch.Count(in.number("seen"))),
            Kinds.kind(
                    "quota",
                    QuotaMatch.Rest.class,
                    (it, out) -> out.number("bytes", it.bytes()),
                    in -> new QuotaMatch.Rest(in.number("bytes")))));

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
