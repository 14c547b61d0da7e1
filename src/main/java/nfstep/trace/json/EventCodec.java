package nfstep.trace.json;

import java.util.function.BiConsumer;
import java.util.function.Function;
import nfstep.event.Event;

/**
 * How events of one type are written and read.
 *
 * @param name the value of the field {@code e}
 */
record EventCodec<E extends Event>(
        String name, Class<E> type, BiConsumer<E, EventOut> write, Function<EventIn, E> read) {
    void write(Event event, EventOut out) {
        write.accept(type.cast(event), out);
    }
}
