package nfstep.trace.json;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import nfstep.conntrack.Connection;
import nfstep.conntrack.Expectation;
import nfstep.event.ConnectionEvent;
import nfstep.event.Event;

/** Codecs of what happens to connections without a packet. */
final class ConnectionCodecs {
    static final List<EventCodec<? extends Event>> ALL = List.of(
            codec("expired", ConnectionEvent.Expired.class, ConnectionEvent.Expired::new),
            codec("removed", ConnectionEvent.Removed.class, ConnectionEvent.Removed::new),
            new EventCodec<>(
                    "orphaned",
                    ConnectionEvent.Orphaned.class,
                    (e, out) -> {
                        out.out().text("namespace", e.namespace());
                        out.connection("connection", e.namespace(), e.connection());
                        out.out().text("reason", e.reason());
                    },
                    e -> {
                        String namespace = e.in().text("namespace");
                        return new ConnectionEvent.Orphaned(
                                namespace, e.connection("connection", namespace), e.in().text("reason"));
                    }),
            expectation(
                    "expectation-expired",
                    ConnectionEvent.ExpectationExpired.class,
                    ConnectionEvent.ExpectationExpired::expectation,
                    ConnectionEvent.ExpectationExpired::new),
            expectation(
                    "expectation-deleted",
                    ConnectionEvent.ExpectationDeleted.class,
                    ConnectionEvent.ExpectationDeleted::expectation,
                    ConnectionEvent.ExpectationDeleted::new),
            codec("inserted", ConnectionEvent.Inserted.class, ConnectionEvent.Inserted::new));

    private ConnectionCodecs() {}

    private static <E extends ConnectionEvent> EventCodec<E> codec(
            String name, Class<E> type, BiFunction<String, Connection, E> make) {
        return new EventCodec<>(
                name,
                type,
                (e, out) -> {
                    out.out().text("namespace", e.namespace());
                    out.connection("connection", e.namespace(), connection(e));
                },
                e -> {
                    String namespace = e.in().text("namespace");
                    return make.apply(namespace, e.connection("connection", namespace));
                });
    }

    private static <E extends ConnectionEvent> EventCodec<E> expectation(
            String name, Class<E> type, Function<E, Expectation> of, BiFunction<String, Expectation, E> make) {
        return new EventCodec<>(
                name,
                type,
                (e, out) -> out.out()
                        .text("namespace", e.namespace())
                        .put("expectation", Assistances.EXPECTATION, of.apply(e)),
                e -> make.apply(e.in().text("namespace"), e.in().get("expectation", Assistances.EXPECTATION)));
    }

    private static Connection connection(ConnectionEvent event) {
        if (event instanceof ConnectionEvent.Expired expired) {
            return expired.connection();
        }
        return event instanceof ConnectionEvent.Removed removed
                ? removed.connection()
                : ((ConnectionEvent.Inserted) event).connection();
    }
}
