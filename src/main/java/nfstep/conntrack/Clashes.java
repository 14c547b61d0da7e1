package nfstep.conntrack;

import java.util.Optional;
import nfstep.packet.Protocols;

/** Two connections that want one tuple: {@code nf_ct_resolve_clash}. */
final class Clashes {
    private static final long SECOND = 1_000_000_000L;

    private Clashes() {}

    static Confirmation resolve(Connection connection, ConntrackTable table, long now) {
        if (connection.isConfirmed()) {
            throw new IllegalArgumentException("connection " + connection.id() + " is confirmed already");
        }
        Optional<Connection> original = owner(connection, Direction.ORIGINAL, table);
        Optional<Connection> reply = owner(connection, Direction.REPLY, table);
        Optional<Connection> first = original.isPresent() ? original : reply;
        if (first.isEmpty()) {
            return new Confirmation.Confirmed(connection.with(CtStatus.CONFIRMED));
        }
        if (!allowsClash(connection.original().protocol())) {
            return dropped(connection, first.get());
        }
        if (isSameFlow(first.get(), connection)) {
            return merged(first.get());
        }
        return reply.map(other -> isSameFlow(other, connection) ? merged(other) : dropped(connection, other))
                .orElseGet(() -> byReplyAlone(connection, now));
    }

    private static Optional<Connection> owner(Connection connection, Direction direction, ConntrackTable table) {
        return table.find(connection.zone(), direction, connection.tuple(direction))
                .map(ConntrackTable.Hit::connection);
    }

    /** Not for protocols in which the other end would notice: {@code allow_clash} of the trackers. */
    private static boolean allowsClash(int protocol) {
        return switch (protocol) {
            case Protocols.TCP, Protocols.ICMP, Protocols.ICMPV6, Protocols.SCTP -> false;
            default -> true;
        };
    }

    private static boolean isSameFlow(Connection a, Connection b) {
        boolean alike = a.original().equals(b.original()) && a.reply().equals(b.reply());
        boolean turned = a.original().equals(b.reply()) && a.reply().equals(b.original());
        return (alike && hasZones(a, Direction.ORIGINAL, b)) || (turned && hasZones(a, Direction.REPLY, b));
    }

    /** Whether the original zone of one is that zone of the other, and the reply zone the opposite one. */
    private static boolean hasZones(Connection a, Direction direction, Connection b) {
        return a.zone().idFor(Direction.ORIGINAL) == b.zone().idFor(direction)
                && a.zone().idFor(Direction.REPLY) == b.zone().idFor(direction.opposite());
    }

    private static Confirmation merged(Connection existing) {
        return new Confirmation.Merged(existing.id(), "connection " + existing.id() + " is the same flow");
    }

    private static Confirmation dropped(Connection connection, Connection existing) {
        boolean original = connection.original().equals(existing.original())
                || connection.original().equals(existing.reply());
        return new Confirmation.Dropped(
                existing.id(),
                "connection " + existing.id() + " already has its " + (original ? "original" : "reply") + " tuple");
    }

    /** Packets of the original direction go on finding the other one; this one only waits for an answer. */
    private static Confirmation byReplyAlone(Connection connection, long now) {
        return new Confirmation.Confirmed(connection
                .with(CtStatus.FIXED_TIMEOUT)
                .with(CtStatus.NAT_CLASH)
                .with(CtStatus.CONFIRMED)
                .withExpiry(now + SECOND));
    }
}
