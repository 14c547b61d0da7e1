package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackTable;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Direction;
import nfstep.conntrack.TcpState;
import nfstep.conntrack.TcpTracking;
import nfstep.conntrack.Tuples;
import nfstep.conntrack.Zone;
import nfstep.rules.CtTemplate;
import nfstep.rules.MatchContext;
import nfstep.rules.xt.ConnectionCount.Counted;

/**
 * Counts a packet's connection among those of its host: {@code net/netfilter/nf_conncount.c}, {@code __nf_conncount_add}.
 * A burst of packets, such as one and its answer, is within one jiffy here, and no two bursts are.
 */
record ConnectionCounting(MatchContext context) {
    /** Whether the packet has nothing that could be counted. */
    boolean lacksTuple() {
        return tracked().isEmpty() && Tuples.of(context.packet()).isEmpty();
    }

    /** The connections with this packet's, without some that are gone. */
    ConnectionCount with(Optional<ConnectionCount> before) {
        Counted counted = counted();
        if (before.isEmpty()) {
            return new ConnectionCount(List.of(counted), context.burst());
        }
        Optional<Connection> connection = connection(counted);
        if (connection.filter(c -> c.has(CtStatus.ASSURED)).isPresent()) {
            return cleaned(before.get());
        }
        return connection.isEmpty() && before.get().cleanedBy() == context.burst()
                ? added(before.get().connections(), counted)
                : checked(before.get(), counted);
    }

    private Counted counted() {
        return tracked()
                .map(c -> new Counted(c.original(), c.zone()))
                .orElseGet(() -> new Counted(Tuples.of(context.packet()).orElseThrow(), zone()));
    }

    /** That of the connection, or of what a CT rule wants of it. */
    Zone zone() {
        return context.connection() == null
                ? Zone.DEFAULT
                : context.connection().zone();
    }

    /** {@code get_ct_or_tuple_from_skb}: what a CT rule wants is no connection yet. */
    private Optional<Connection> tracked() {
        return Optional.ofNullable(context.connection()).filter(c -> c.id() != CtTemplate.NUMBER);
    }

    /** The packet's connection, if it is in the table. */
    private Optional<Connection> connection(Counted counted) {
        return tracked().isEmpty() ? found(counted) : tracked().filter(Connection::isConfirmed);
    }

    private Optional<Connection> found(Counted counted) {
        return context.connections()
                .find(counted.zone(), counted.tuple())
                .map(ConntrackTable.Hit::connection)
                .filter(c -> c.expiresAt() > context.now());
    }

    /** {@code nf_conncount_gc_list}: an assured connection is not added, it was met long before. */
    private ConnectionCount cleaned(ConnectionCount before) {
        if (before.cleanedBy() == context.burst()) {
            return before;
        }
        return new ConnectionCount(
                before.connections().stream().filter(this::isOpen).toList(), context.burst());
    }

    /** Looks at those met before, up to the packet's own connection. */
    private ConnectionCount checked(ConnectionCount before, Counted counted) {
        List<Counted> open = new ArrayList<>();
        for (int i = 0; i < before.connections().size(); i++) {
            Counted known = before.connections().get(i);
            if (isSame(known, counted)) {
                open.addAll(before.connections().subList(i, before.connections().size()));
                return new ConnectionCount(open, before.cleanedBy());
            }
            if (isOpen(known)) {
                open.add(known);
            }
        }
        return added(open, counted);
    }

    private boolean isSame(Counted known, Counted counted) {
        int zone = counted.zone().idFor(Direction.ORIGINAL);
        return known.tuple().equals(counted.tuple())
                && found(known)
                        .filter(c -> c.zone().idFor(Direction.ORIGINAL) == zone)
                        .isPresent();
    }

    private ConnectionCount added(List<Counted> open, Counted counted) {
        List<Counted> all = new ArrayList<>(open);
        all.add(counted);
        return new ConnectionCount(all, context.burst());
    }

    /** {@code already_closed}. */
    private boolean isOpen(Counted counted) {
        Optional<Connection> connection = found(counted);
        return connection.isPresent()
                && !(connection.get().tracking() instanceof TcpTracking tcp
                        && (tcp.state() == TcpState.TIME_WAIT || tcp.state() == TcpState.CLOSE));
    }
}
