package nfstep.trace.json;

import java.util.List;
import nfstep.event.BridgeEvent.Forwarded;
import nfstep.event.BridgeEvent.Learned;
import nfstep.event.BridgeEvent.LookedUp;
import nfstep.event.BridgeEvent.PassedUp;
import nfstep.event.BridgeEvent.PortEntered;
import nfstep.event.BridgeEvent.PortLeft;
import nfstep.event.BridgeEvent.Shown;
import nfstep.event.BridgeEvent.Way;
import nfstep.event.Event;
import nfstep.rules.Device;

/** Codecs of the way of frames through bridges. */
final class BridgeCodecs {
    private static final String BRIDGE = "bridge";
    private static final String PORT = "port";

    static final List<EventCodec<? extends Event>> ALL = List.of(
            new EventCodec<>(
                    "port-entered",
                    PortEntered.class,
                    (e, out) -> out.at(e.at())
                            .made("skb", e.skb())
                            .out()
                            .put(BRIDGE, Values.DEVICE, e.bridge())
                            .text("from", e.from()),
                    e -> new PortEntered(e.at(), e.made("skb"), bridge(e), e.in().text("from"))),
            new EventCodec<>(
                    "shown",
                    Shown.class,
                    (e, out) -> out.at(e.at())
                            .skb("skb", e.skb())
                            .out()
                            .put(BRIDGE, Values.DEVICE, e.bridge())
                            .text("setting", e.setting()),
                    e -> new Shown(e.at(), bridge(e), e.skb("skb"), e.in().text("setting"))),
            new EventCodec<>("learned", Learned.class, BridgeCodecs::write, BridgeCodecs::learned),
            new EventCodec<>(
                    "looked-up",
                    LookedUp.class,
                    (e, out) -> out.at(e.at())
                            .skb("skb", e.skb())
                            .out()
                            .put(BRIDGE, Values.DEVICE, e.bridge())
                            .optional(PORT, Values.DEVICE, e.port())
                            .word("way", e.way())
                            .list("out", Values.DEVICE, e.out()),
                    e -> new LookedUp(
                            e.at(),
                            bridge(e),
                            e.in().optional(PORT, Values.DEVICE),
                            e.skb("skb"),
                            e.in().word("way", Way.values()),
                            e.in().list("out", Values.DEVICE))),
            new EventCodec<>(
                    "forwarded",
                    Forwarded.class,
                    (e, out) -> out.at(e.at())
                            .skb("skb", e.skb())
                            .out()
                            .put(BRIDGE, Values.DEVICE, e.bridge())
                            .put(PORT, Values.DEVICE, e.port()),
                    e -> new Forwarded(e.at(), bridge(e), port(e), e.skb("skb"))),
            new EventCodec<>(
                    "port-left",
                    PortLeft.class,
                    (e, out) -> out.at(e.at())
                            .skb("skb", e.skb())
                            .out()
                            .put(BRIDGE, Values.DEVICE, e.bridge())
                            .put(PORT, Values.DEVICE, e.port()),
                    e -> new PortLeft(e.at(), bridge(e), port(e), e.skb("skb"))),
            new EventCodec<>(
                    "passed-up",
                    PassedUp.class,
                    (e, out) -> out.at(e.at())
                            .skb("skb", e.skb())
                            .out()
                            .put(BRIDGE, Values.DEVICE, e.bridge())
                            .flag("seen", e.seen()),
                    e -> new PassedUp(e.at(), bridge(e), e.skb("skb"), e.in().flag("seen"))));

    private BridgeCodecs() {}

    private static Device bridge(EventIn e) {
        return e.in().get(BRIDGE, Values.DEVICE);
    }

    private static Device port(EventIn e) {
        return e.in().get(PORT, Values.DEVICE);
    }

    private static void write(Learned e, EventOut out) {
        out.at(e.at())
                .out()
                .put(BRIDGE, Values.DEVICE, e.bridge())
                .put(PORT, Values.DEVICE, e.port())
                .put("mac", Values.MAC, e.mac())
                .optional("before", Values.DEVICE, e.before())
                .number("seen", e.seen());
    }

    private static Learned learned(EventIn e) {
        return new Learned(
                e.at(),
                bridge(e),
                port(e),
                e.in().get("mac", Values.MAC),
                e.in().optional("before", Values.DEVICE),
                e.in().number("seen"));
    }
}
