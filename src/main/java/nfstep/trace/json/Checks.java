package nfstep.trace.json;

import java.util.List;
import nfstep.rules.Backend;
import nfstep.trace.Check;

/** What a walk was checked against: a part of the last section of a trace file. */
final class Checks {
    private static final Codec<Check.Run> RUN = Codec.tuple(
            2,
            run -> List.of(new Json.Whole(run.from()), new Json.Whole(run.count())),
            in -> new Check.Run(in.get(0).integer(), in.get(1).integer()));

    private static final Codec<Check.Finding> FINDING = Codec.object(
            (it, out) -> out.number("event", it.event())
                    .text("namespace", it.namespace())
                    .text("nfstep", it.model())
                    .text("kernel", it.kernel()),
            in -> new Check.Finding(in.integer("event"), in.text("namespace"), in.text("nfstep"), in.text("kernel")));

    private static final Codec<Backend> BACKEND = Codec.text(Backend::word, Checks::backend);

    static final Codec<Check> CODEC = Codec.object(
            (it, out) -> out.text("kernel", it.release())
                    .put("backend", BACKEND, it.backend())
                    .number("agreed", it.agreed())
                    .number("total", it.total())
                    .number("events", it.events())
                    .list("same", RUN, it.same())
                    .list("different", FINDING, it.findings()),
            in -> new Check(
                    in.get("backend", BACKEND),
                    in.text("kernel"),
                    in.integer("agreed"),
                    in.integer("total"),
                    in.integer("events"),
                    in.list("same", RUN),
                    in.list("different", FINDING)));

    private Checks() {}

    private static Backend backend(String word) {
        return Backend.of(word).orElseThrow(() -> new IllegalArgumentException("unknown word " + word));
    }
}
