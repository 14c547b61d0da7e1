package nfstep.trace.json;

import java.util.Optional;
import java.util.OptionalLong;
import nfstep.conntrack.Connection;
import nfstep.conntrack.Zone;

/**
 * How connections are written: the number alone for a version that is known, else what differs from it. A field that is
 * missing is as in the known version, or as in a fresh connection.
 */
final class Connections {
    private static final Codec<Connection.Counters> COUNTERS = Codec.tuple(
            4,
            c -> java.util.List.of(
                    new Json.Whole(c.originalPackets()),
                    new Json.Whole(c.originalBytes()),
                    new Json.Whole(c.replyPackets()),
                    new Json.Whole(c.replyBytes())),
            in -> new Connection.Counters(
                    in.get(0).number(),
                    in.get(1).number(),
                    in.get(2).number(),
                    in.get(3).number()));
    private static final Codec<Optional<Integer>> LINK = Values.orNull(Values.INT);
    private static final Codec<Optional<Long>> MASTER = Values.orNull(Values.LONG);

    /** A connection of which no version is known. */
    static final Codec<Connection> FRESH =
            Codec.of(c -> write(c, Optional.empty()), node -> read(node, id -> Optional.empty()));

    /** Finds the version of a connection that is known. */
    @FunctionalInterface
    interface Known {
        Optional<Connection> version(long id);
    }

    private Connections() {}

    static Json write(Connection c, Optional<Connection> known) {
        if (known.filter(c::equals).isPresent()) {
            return new Json.Whole(c.id());
        }
        Out out = new Out().number("id", c.id());
        if (known.isEmpty()) {
            out.put("original", Values.TUPLE, c.original());
        }
        Connection base = known.orElseGet(() -> Connection.fresh(c.id(), Zone.DEFAULT, c.original(), c.reply()));
        if (known.isEmpty() || !c.reply().equals(base.reply())) {
            out.put("reply", Values.TUPLE, c.reply());
        }
        difference(c, base, out);
        return out.json();
    }

    private static void difference(Connection c, Connection base, Out out) {
        changed("zone", Values.ZONE, c.zone(), base.zone(), out);
        changed("status", Values.INT, c.status(), base.status(), out);
        changed("expiresAt", Values.LONG, c.expiresAt(), base.expiresAt(), out);
        changed("mark", Values.INT, c.mark(), base.mark(), out);
        changed("tracking", Trackings.CODEC, c.tracking(), base.tracking(), out);
        changed("masqueradeLink", LINK, Values.boxed(c.masqueradeLink()), Values.boxed(base.masqueradeLink()), out);
        changed("master", MASTER, boxed(c.master()), boxed(base.master()), out);
        changed("counters", Values.orNull(COUNTERS), c.counters(), base.counters(), out);
        changed("assistance", Assistances.CODEC, c.assistance(), base.assistance(), out);
    }

    private static <T> void changed(String name, Codec<T> codec, T value, T base, Out out) {
        if (!value.equals(base)) {
            out.put(name, codec, value);
        }
    }

    static Connection read(Node node, Known known) {
        if (node.json() instanceof Json.Whole) {
            return known.version(node.number()).orElseThrow(() -> node.damaged("there is no such connection"));
        }
        In in = node.object();
        long id = in.number("id");
        Connection base = known.version(id)
                .orElseGet(() -> Connection.fresh(
                        id, Zone.DEFAULT, in.get("original", Values.TUPLE), in.get("reply", Values.TUPLE)));
        Connection connection = changed(base, in);
        in.end();
        return connection;
    }

    private static Connection changed(Connection base, In in) {
        return new Connection(
                base.id(),
                in.optional("zone", Values.ZONE).orElse(base.zone()),
                base.original(),
                in.optional("reply", Values.TUPLE).orElse(base.reply()),
                in.optional("status", Values.INT).orElse(base.status()),
                in.optional("expiresAt", Values.LONG).orElse(base.expiresAt()),
                in.optional("mark", Values.INT).orElse(base.mark()),
                in.optional("tracking", Trackings.CODEC).orElse(base.tracking()),
                Values.unboxed(in.optional("masqueradeLink", LINK).orElse(Values.boxed(base.masqueradeLink()))),
                unboxed(in.optional("master", MASTER).orElse(boxed(base.master()))),
                in.optional("counters", Values.orNull(COUNTERS)).orElse(base.counters()),
                in.optional("assistance", Assistances.CODEC).orElse(base.assistance()));
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static OptionalLong unboxed(Optional<Long> value) {
        return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
