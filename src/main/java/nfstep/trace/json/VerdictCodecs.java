package nfstep.trace.json;

import java.util.List;
import java.util.Optional;
import nfstep.event.Event;
import nfstep.event.PathEvent.Delivered;
import nfstep.event.PathEvent.Dropped;
import nfstep.event.PathEvent.FunctionEntered;
import nfstep.event.PathEvent.FunctionLeft;
import nfstep.event.PathEvent.HookEntered;
import nfstep.event.PathEvent.HookLeft;
import nfstep.event.PathEvent.SenderTold;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.Verdict;
import nfstep.state.HookEntry;

/** Codecs of the way of packets through hooks, and of its ends. */
final class VerdictCodecs {
    static final List<EventCodec<? extends Event>> ALL = List.of(
            new EventCodec<>(
                    "hook",
                    HookEntered.class,
                    (e, out) -> out.at(e.at())
                            .out()
                            .put("where", Places.STATE, e.where())
                            .number("functions", e.functions()),
                    e -> new HookEntered(e.at(), e.in().get("where", Places.STATE), e.in().integer("functions"))),
            new EventCodec<>(
                    "function",
                    FunctionEntered.class,
                    (e, out) -> out.at(e.at()).out().put("entry", Places.ENTRY, e.entry()),
                    e -> new FunctionEntered(e.at(), e.in().get("entry", Places.ENTRY))),
            new EventCodec<>("verdict", FunctionLeft.class, VerdictCodecs::write, VerdictCodecs::left),
            new EventCodec<>(
                    "passed-hook",
                    HookLeft.class,
                    (e, out) -> {
                        if (!hook(out.scope()).equals(Optional.of(e.hook()))) {
                            out.at(e.at()).out().put("hook", Places.HOOK, e.hook());
                        } else {
                            out.at(e.at());
                        }
                    },
                    e -> new HookLeft(
                            e.at(), e.in().optional("hook", Places.HOOK).orElseGet(() -> hook(e)))),
            new EventCodec<>(
                    "dropped",
                    Dropped.class,
                    (e, out) -> out.at(e.at())
                            .out()
                            .text("place", e.place())
                            .text("reason", e.reason())
                            .optional("setting", Values.TEXT, e.setting()),
                    e -> new Dropped(
                            e.at(),
                            e.in().text("place"),
                            e.in().text("reason"),
                            e.in().optional("setting", Values.TEXT))),
            new EventCodec<>(
                    "told",
                    SenderTold.class,
                    (e, out) -> out.at(e.at()).out().text("error", e.error()),
                    e -> new SenderTold(e.at(), e.in().text("error"))),
            new EventCodec<>(
                    "delivered",
                    Delivered.class,
                    (e, out) -> out.at(e.at()).out().text("receiver", e.receiver()),
                    e -> new Delivered(e.at(), e.in().text("receiver"))));

    private VerdictCodecs() {}

    private static void write(FunctionLeft e, EventOut out) {
        out.at(e.at());
        if (!out.scope().focus().function().equals(Optional.of(e.entry()))) {
            out.out().put("entry", Places.ENTRY, e.entry());
        }
        out.out().word("verdict", e.verdict());
    }

    private static FunctionLeft left(EventIn e) {
        HookEntry entry = e.in().optional("entry", Places.ENTRY)
                .orElseGet(
                        () -> e.scope().focus().function().orElseThrow(() -> e.in().damaged("\"entry\" is missing")));
        return new FunctionLeft(e.at(), entry, e.in().word("verdict", Verdict.values()));
    }

    private static Optional<Hook> hook(Scope scope) {
        return scope.focus().where().map(HookState::hook);
    }

    private static Hook hook(EventIn e) {
        return hook(e.scope()).orElseThrow(() -> e.in().damaged("\"hook\" is missing"));
    }
}
