package nfstep.trace.json;

import java.util.List;
import nfstep.conntrack.Connection;
import nfstep.conntrack.Direction;
import nfstep.event.At;
import nfstep.event.Event;
import nfstep.event.TrackEvent.Announced;
import nfstep.event.TrackEvent.Changed;
import nfstep.event.TrackEvent.Confirmed;
import nfstep.event.TrackEvent.Created;
import nfstep.event.TrackEvent.Destroyed;
import nfstep.event.TrackEvent.Discarded;
import nfstep.event.TrackEvent.Found;
import nfstep.event.TrackEvent.Fulfilled;
import nfstep.event.TrackEvent.Refused;
import nfstep.event.TrackEvent.Related;
import nfstep.event.TrackEvent.Skipped;
import nfstep.event.TrackEvent.Superseded;

/** Codecs of what connection tracking does. */
final class TrackCodecs {
    private static final String CONNECTION = "connection";

    static final List<EventCodec<? extends Event>> ALL = List.of(
            new EventCodec<>(
                    "found",
                    Found.class,
                    (e, out) -> connection(e.at(), e.connection(), out)
                            .skb("skb", e.skb())
                            .out()
                            .word("direction", e.direction())
                            .put("tuple", Values.TUPLE, e.tuple()),
                    e -> new Found(
                            e.at(),
                            e.skb("skb"),
                            connection(e),
                            e.in().word("direction", Direction.values()),
                            e.in().get("tuple", Values.TUPLE))),
            new EventCodec<>(
                    "created",
                    Created.class,
                    (e, out) -> connection(e.at(), e.connection(), out).skb("skb", e.skb()),
                    e -> new Created(e.at(), e.skb("skb"), connection(e))),
            new EventCodec<>(
                    "related",
                    Related.class,
                    (e, out) -> connection(e.at(), e.connection(), out)
                            .skb("skb", e.skb())
                            .out()
                            .put("inner", Values.TUPLE, e.inner()),
                    e -> new Related(e.at(), e.skb("skb"), connection(e), e.in().get("inner", Values.TUPLE))),
            new EventCodec<>(
                    "untracked",
                    Refused.class,
                    (e, out) -> out.at(e.at()).skb("skb", e.skb()).out().text("reason", e.reason()),
                    e -> new Refused(e.at(), e.skb("skb"), e.in().text("reason"))),
            new EventCodec<>(
                    "skipped",
                    Skipped.class,
                    (e, out) -> out.at(e.at()).out().text("reason", e.reason()),
                    e -> new Skipped(e.at(), e.in().text("reason"))),
            new EventCodec<>(
                    "announced",
                    Announced.class,
                    (e, out) -> out.at(e.at())
                            .out()
                            .put("expectation", Assistances.EXPECTATION, e.expectation())
                            .text("what", e.what()),
                    e -> new Announced(
                            e.at(), e.in().get("expectation", Assistances.EXPECTATION), e.in().text("what"))),
            new EventCodec<>(
                    "superseded",
                    Superseded.class,
                    (e, out) -> out.at(e.at()).out().put("expectation", Assistances.EXPECTATION, e.expectation()),
                    e -> new Superseded(e.at(), e.in().get("expectation", Assistances.EXPECTATION))),
            new EventCodec<>(
                    "fulfilled",
                    Fulfilled.class,
                    (e, out) -> out.at(e.at()).out().put("expectation", Assistances.EXPECTATION, e.expectation()),
                    e -> new Fulfilled(e.at(), e.in().get("expectation", Assistances.EXPECTATION))),
            new EventCodec<>("tracked", Changed.class, TrackCodecs::write, TrackCodecs::changed),
            new EventCodec<>(
                    "confirmed",
                    Confirmed.class,
                    (e, out) -> connection(e.at(), e.connection(), out),
                    e -> new Confirmed(e.at(), connection(e))),
            new EventCodec<>(
                    "discarded",
                    Discarded.class,
                    (e, out) -> out.at(e.at())
                            .out()
                            .number(CONNECTION, e.connection())
                            .text("reason", e.reason()),
                    e -> new Discarded(e.at(), e.in().number(CONNECTION), e.in().text("reason"))),
            new EventCodec<>(
                    "destroyed",
                    Destroyed.class,
                    (e, out) -> connection(e.at(), e.connection(), out).out().text("reason", e.reason()),
                    e -> new Destroyed(e.at(), connection(e), e.in().text("reason"))));

    private TrackCodecs() {}

    private static EventOut connection(At at, Connection connection, EventOut out) {
        return out.at(at).connection(CONNECTION, at.namespace(), connection);
    }

    private static Connection connection(EventIn e) {
        return e.connection(CONNECTION, e.scope().at().namespace());
    }

    private static void write(Changed e, EventOut out) {
        out.at(e.at())
                .connection("before", e.at().namespace(), e.before())
                .connection("after", e.at().namespace(), e.after())
                .out()
                .text("what", e.what());
    }

    private static Changed changed(EventIn e) {
        At at = e.at();
        return new Changed(
                at, e.connection("before", at.namespace()), e.connection("after", at.namespace()), e.in().text("what"));
    }
}
