package nfstep.trace.json;

import java.util.List;
import nfstep.event.At;
import nfstep.event.Event;
import nfstep.event.PathEvent.Arrived;
import nfstep.event.PathEvent.Captured;
import nfstep.event.PathEvent.Changed;
import nfstep.event.PathEvent.Copied;
import nfstep.event.PathEvent.Noted;
import nfstep.event.PathEvent.Paused;
import nfstep.event.PathEvent.Resumed;
import nfstep.event.PathEvent.Routed;
import nfstep.event.PathEvent.Sent;
import nfstep.event.PathEvent.Transmitted;
import nfstep.rules.Skb;

/** Codecs of the way of packets between hooks. */
final class PathCodecs {
    static final List<EventCodec<? extends Event>> ALL = List.of(
            new EventCodec<>("sent", Sent.class, PathCodecs::write, PathCodecs::sent),
            new EventCodec<>("copied", Copied.class, PathCodecs::write, PathCodecs::copied),
            new EventCodec<>(
                    "paused",
                    Paused.class,
                    (e, out) -> out.at(e.at()).out().text("why", e.why()),
                    e -> new Paused(e.at(), e.in().text("why"))),
            new EventCodec<>("resumed", Resumed.class, (e, out) -> out.at(e.at()), e -> new Resumed(e.at())),
            new EventCodec<>(
                    "arrived",
                    Arrived.class,
                    (e, out) -> out.at(e.at()).made("skb", e.skb()).out().text("from", e.from()),
                    e -> new Arrived(e.at(), e.made("skb"), e.in().text("from"))),
            new EventCodec<>(
                    "transmitted",
                    Transmitted.class,
                    (e, out) -> out.at(e.at()).skb("skb", e.skb()).out().put("device", Values.DEVICE, e.device()),
                    e -> new Transmitted(e.at(), e.in().get("device", Values.DEVICE), e.skb("skb"))),
            new EventCodec<>(
                    "routed",
                    Routed.class,
                    (e, out) -> out.at(e.at())
                            .skb("skb", e.skb())
                            .out()
                            .put("key", Routing.FLOW, e.key())
                            .put("result", Routing.RESULT, e.result()),
                    e -> new Routed(
                            e.at(),
                            e.skb("skb"),
                            e.in().get("key", Routing.FLOW),
                            e.in().get("result", Routing.RESULT))),
            new EventCodec<>(
                    "changed",
                    Changed.class,
                    (e, out) -> out.at(e.at())
                            .skb("before", e.before())
                            .changed("after", e.before(), e.after())
                            .out()
                            .text("why", e.why()),
                    PathCodecs::changed),
            new EventCodec<>(
                    "noted",
                    Noted.class,
                    (e, out) -> out.at(e.at())
                            .out()
                            .text("what", e.what())
                            .list("changes", out.scope().changes(), e.changes()),
                    e -> new Noted(
                            e.at(),
                            e.in().text("what"),
                            e.in().list("changes", e.scope().changes()))),
            new EventCodec<>(
                    "captured",
                    Captured.class,
                    (e, out) -> out.at(e.at())
                            .skb("skb", e.skb())
                            .out()
                            .text("capture", e.capture())
                            .put("device", Values.DEVICE, e.device()),
                    e -> new Captured(
                            e.at(), e.in().text("capture"), e.in().get("device", Values.DEVICE), e.skb("skb"))));

    private PathCodecs() {}

    private static void write(Sent e, EventOut out) {
        out.at(e.at()).made("skb", e.skb());
        out.out().text("by", e.by()).numberOr0("answers", e.answers()).put("next", Changes.IDS, e.next());
    }

    private static Sent sent(EventIn e) {
        return new Sent(
                e.at(), e.made("skb"), e.in().text("by"), e.in().numberOr0("answers"), e.in().get("next", Changes.IDS));
    }

    private static void write(Copied e, EventOut out) {
        out.at(e.at()).made("skb", e.skb());
        out.out().number("of", e.of()).text("what", e.what()).put("next", Changes.IDS, e.next());
    }

    private static Copied copied(EventIn e) {
        return new Copied(
                e.at(), e.made("skb"), e.in().number("of"), e.in().text("what"), e.in().get("next", Changes.IDS));
    }

    private static Changed changed(EventIn e) {
        At at = e.at();
        Skb before = e.skb("before");
        return new Changed(at, before, e.changed("after", before), e.in().text("why"));
    }
}
