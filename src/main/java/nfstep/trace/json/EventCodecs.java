package nfstep.trace.json;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nfstep.event.Event;

/** The codecs of all events, and an event as a value of a trace file. */
final class EventCodecs {
    /** All of them; a type of event that is missing here cannot be saved. */
    static final List<EventCodec<? extends Event>> ALL = Stream.of(
                    CommandCodecs.ALL,
                    ConnectionCodecs.ALL,
                    PathCodecs.ALL,
                    BridgeCodecs.ALL,
                    FragmentCodecs.ALL,
                    VerdictCodecs.ALL,
                    RuleCodecs.ALL,
                    TargetCodecs.ALL,
                    TrackCodecs.ALL,
                    NatCodecs.ALL)
            .<EventCodec<? extends Event>>flatMap(List::stream)
            .toList();

    private static final Map<Class<?>, EventCodec<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toMap(EventCodec::type, Function.identity()));
    private static final Map<String, EventCodec<?>> BY_NAME =
            ALL.stream().collect(Collectors.toMap(EventCodec::name, Function.identity()));

    private EventCodecs() {}

    /** Writes the next event of a walk. */
    static Json write(Event event, Scope scope) {
        EventCodec<?> codec = BY_TYPE.get(event.getClass());
        if (codec == null) {
            throw new IllegalStateException("no codec for " + event.getClass());
        }
        Out out = new Out().text("e", codec.name());
        codec.write(event, new EventOut(out, scope));
        return out.json();
    }

    /** Reads the next event of a walk. */
    static Event read(Node node, Scope scope) {
        In in = node.object();
        String name = in.text("e");
        EventCodec<?> codec = BY_NAME.get(name);
        if (codec == null) {
            throw in.damaged("unknown event " + name);
        }
        Event event = codec.read().apply(new EventIn(in, scope));
        in.end();
        return event;
    }
}
