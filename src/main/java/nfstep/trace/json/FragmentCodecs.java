package nfstep.trace.json;

import java.util.List;
import nfstep.event.Event;
import nfstep.event.FragmentEvent.Cut;
import nfstep.event.FragmentEvent.Held;
import nfstep.event.FragmentEvent.Reassembled;

/** Codecs of what becomes of packets that are too long for one frame. */
final class FragmentCodecs {
    static final List<EventCodec<? extends Event>> ALL = List.of(
            new EventCodec<>(
                    "cut",
                    Cut.class,
                    (e, out) ->
                            out.at(e.at()).out().number("pieces", e.pieces()).number("longest", e.longest()),
                    e -> new Cut(e.at(), e.in().integer("pieces"), e.in().integer("longest"))),
            new EventCodec<>(
                    "held",
                    Held.class,
                    (e, out) -> out.at(e.at())
                            .out()
                            .number("identification", e.identification())
                            .number("here", e.here()),
                    e -> new Held(e.at(), e.in().integer("identification"), e.in().integer("here"))),
            new EventCodec<>(
                    "reassembled",
                    Reassembled.class,
                    (e, out) -> out.at(e.at()).skb("skb", e.skb()).out().number("pieces", e.pieces()),
                    e -> new Reassembled(e.at(), e.skb("skb"), e.in().integer("pieces"))));

    private FragmentCodecs() {}
}
