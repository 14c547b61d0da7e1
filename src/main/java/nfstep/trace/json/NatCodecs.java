package nfstep.trace.json;

import java.util.List;
import nfstep.conntrack.KeyPool;
import nfstep.conntrack.Manip;
import nfstep.event.At;
import nfstep.event.Event;
import nfstep.event.NatEvent.Decided;
import nfstep.event.NatEvent.NotConsulted;
import nfstep.event.NatEvent.Translated;
import nfstep.rules.Hook;
import nfstep.rules.Skb;

/** Codecs of what address translation does. */
final class NatCodecs {
    private static final Codec<KeyPool> POOL = Codec.text(KeyPool::toString, KeyPool::parse);

    static final List<EventCodec<? extends Event>> ALL = List.of(
            new EventCodec<>(
                    "not-consulted",
                    NotConsulted.class,
                    (e, out) -> out.at(e.at()).out().word("hook", e.hook()).text("reason", e.reason()),
                    e -> new NotConsulted(e.at(), e.in().word("hook", Hook.values()), e.in().text("reason"))),
            new EventCodec<>("decided", Decided.class, NatCodecs::write, NatCodecs::decided),
            new EventCodec<>("translated", Translated.class, NatCodecs::write, NatCodecs::translated));

    private NatCodecs() {}

    private static void write(Decided e, EventOut out) {
        out.at(e.at())
                .connection("before", e.at().namespace(), e.before())
                .connection("after", e.at().namespace(), e.after())
                .out()
                .word("manip", e.manip())
                .optional("drawn", POOL, e.drawn())
                .text("cause", e.cause());
    }

    private static Decided decided(EventIn e) {
        At at = e.at();
        return new Decided(
                at,
                e.in().word("manip", Manip.values()),
                e.connection("before", at.namespace()),
                e.connection("after", at.namespace()),
                e.in().optional("drawn", POOL),
                e.in().text("cause"));
    }

    private static void write(Translated e, EventOut out) {
        out.at(e.at())
                .skb("before", e.before())
                .changed("after", e.before(), e.after())
                .out()
                .word("hook", e.hook())
                .word("manip", e.manip())
                .number("connection", e.connection())
                .text("cause", e.cause());
    }

    private static Translated translated(EventIn e) {
        At at = e.at();
        Skb before = e.skb("before");
        return new Translated(
                at,
                e.in().word("hook", Hook.values()),
                e.in().word("manip", Manip.values()),
                e.in().number("connection"),
                before,
                e.changed("after", before),
                e.in().text("cause"));
    }
}
