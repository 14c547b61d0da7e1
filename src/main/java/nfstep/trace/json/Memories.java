package nfstep.trace.json;

import java.util.List;
import nfstep.rules.StatefulMatch;
import nfstep.rules.xt.LimitMatch;
import nfstep.rules.xt.NthMatch;

/** Codecs of what stateful matches remember: a kind for each of them. */
final class Memories {
    static final Kinds<StatefulMatch.Memory> KINDS = new Kinds<>(List.of(
            Kinds.kind(
                    "limit",
                    LimitMatch.Bucket.class,
                    (it, out) -> out.number("credit", it.credit()).number("jiffies", it.jiffies()),
                    in -> new LimitMatch.Bucket(in.integer("credit"), in.number("jiffies"))),
            Kinds.kind(
                    "nth",
                    NthMatch.Count.class,
                    (it, out) -> out.number("seen", it.seen()),
                    in -> new NthMatch.Count(in.number("seen")))));

    static final Codec<StatefulMatch.Memory> CODEC = KINDS.codec();

    private Memories() {}
}
