package nfstep.conntrack;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcollections.TreePMap;

/**
 * The connections of one namespace. Those not confirmed yet are here too, so that a packet needs only their number, but
 * no look-up by tuple finds them. Old versions stay valid.
 */
public final class ConntrackTable {
    /** A connection, and the direction of the tuple by which it was found. */
    public record Hit(Connection connection, Direction direction) {}

    private record Indexes(TupleIndex tuples, SourceIndex sources, ExpiryIndex expiries, int size) {
        Indexes with(Connection c) {
            return new Indexes(tuples.with(c), sources.with(c), expiries.with(c), size + 1);
        }

        Indexes without(Connection c) {
            return new Indexes(tuples.without(c), sources.without(c), expiries.without(c), size - 1);
        }

        Indexes later(Connection before, Connection after) {
            ExpiryIndex moved = expiries.without(before).with(after);
            return before.expiresAt() == after.expiresAt() ? this : new Indexes(tuples, sources, moved, size);
        }
    }

    private static final ConntrackTable EMPTY = new ConntrackTable(
            TreePMap.empty(), new Indexes(TupleIndex.empty(), SourceIndex.empty(), ExpiryIndex.empty(), 0));

    private final TreePMap<Long, Connection> byId;
    private final Indexes confirmed;

    private ConntrackTable(TreePMap<Long, Connection> byId, Indexes confirmed) {
        this.byId = byId;
        this.confirmed = confirmed;
    }

    /** A table without a connection. */
    public static ConntrackTable empty() {
        return EMPTY;
    }

    /** The connection with that number, confirmed or not. */
    public Optional<Connection> connection(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All connections, confirmed or not, in the order of their creation. */
    public Collection<Connection> all() {
        return byId.values();
    }

    /** Those that are not confirmed or not there any more, in the order of their creation. */
    public List<Connection> unconfirmed() {
        return byId.size() == confirmed.size()
                ? List.of()
                : byId.values().stream().filter(c -> !c.isListed()).toList();
    }

    /** How many are confirmed. */
    public int size() {
        return confirmed.size();
    }

    /** The confirmed connection that has that tuple in a zone that counts both ways, also if its time is over. */
    public Optional<Hit> find(int zone, Tuple tuple) {
        return find(new Zone(zone, true, true), tuple);
    }

    /**
     * The confirmed connection that a packet with that tuple belongs to, also if its time is over.
     *
     * <p>Source: {@code net/netfilter/nf_conntrack_core.c}, {@code nf_conntrack_find_get}, {@code nf_ct_key_equal}.
     */
    public Optional<Hit> find(Zone zone, Tuple tuple) {
        Optional<Hit> hit = find(zone, Direction.ORIGINAL, tuple);
        return hit.isPresent() ? hit : find(zone, Direction.REPLY, tuple);
    }

    /** The connection in the part of the table that the zone means for that direction. */
    Optional<Hit> find(Zone zone, Direction part, Tuple tuple) {
        for (long id : confirmed.tuples().find(zone.idFor(part), tuple)) {
            Connection found = get(id);
            if (isFoundBy(found, Direction.REPLY, zone, part, tuple)) {
                return Optional.of(new Hit(found, Direction.REPLY));
            }
            if (isFoundBy(found, Direction.ORIGINAL, zone, part, tuple)) {
                return Optional.of(new Hit(found, Direction.ORIGINAL));
            }
        }
        return Optional.empty();
    }

    /** The reply stands before the original in the kernel's chain, where both are the same and in the same zone. */
    private static boolean isFoundBy(Connection found, Direction direction, Zone zone, Direction part, Tuple tuple) {
        int id = found.zone().idFor(direction);
        return found.tuple(direction).equals(tuple) && id == zone.idFor(part) && id == zone.idFor(direction);
    }

    /** Confirmed connections whose source NAT decided and which come from there, newest first. */
    public List<Connection> withSource(Zone zone, Tuple tuple) {
        return confirmed.sources().find(zone, tuple).stream().map(this::get).toList();
    }

    /** The confirmed connections whose time is over at that time, in the order in which they ended. */
    public List<Connection> expired(long now) {
        return confirmed.expiries().until(now).stream().map(this::get).toList();
    }

    /** When the first of the confirmed connections ends. */
    public OptionalLong nextExpiry() {
        return confirmed.expiries().first();
    }

    /** This table with that version of the connection; found by tuple once it is confirmed. */
    public ConntrackTable with(Connection connection) {
        Connection old = byId.get(connection.id());
        TreePMap<Long, Connection> ids = byId.plus(connection.id(), connection);
        if (old != null && old.isListed() && isFoundAlike(old, connection)) {
            return new ConntrackTable(ids, confirmed.later(old, connection));
        }
        Indexes base = without(connection.id()).confirmed;
        return new ConntrackTable(ids, connection.isListed() ? base.with(connection) : base);
    }

    /** This table without that connection. */
    public ConntrackTable without(long id) {
        Connection old = byId.get(id);
        if (old == null) {
            return this;
        }
        return new ConntrackTable(byId.minus(id), old.isListed() ? confirmed.without(old) : confirmed);
    }

    private static boolean isFoundAlike(Connection a, Connection b) {
        int indexed = CtStatus.CONFIRMED.bit()
                | CtStatus.DYING.bit()
                | CtStatus.SRC_NAT_DONE.bit()
                | CtStatus.NAT_CLASH.bit();
        return a.original().equals(b.original())
                && a.reply().equals(b.reply())
                && a.zone().equals(b.zone())
                && (a.status() & indexed) == (b.status() & indexed);
    }

    private Connection get(long id) {
        Connection found = byId.get(id);
        if (found == null) {
            throw new IllegalStateException("connection " + id + " is indexed but not in the table");
        }
        return found;
    }
}
