package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackTable;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.TcpState;
import nfstep.conntrack.TcpTracking;
import nfstep.conntrack.Tuples;
import nfstep.conntrack.Zone;
import nfstep.rules.MatchContext;
import nfstep.rules.xt.ConnectionCount.Counted;

/**
 * Counts a packet's connection among those of its host: {@code net/netfilter/nf_conncount.c}, {@code __nf_conncount_add}.
 * Two packets never come within one jiffy here, while all of one packet's way does.
 */
record ConnectionCounting(MatchContext context) {
    /** The connections with this packet's, without some that are gone. */
    ConnectionCount with(Optional<ConnectionCount> before) {
        Counted counted = counted();
        if (before.isEmpty()) {
            return new ConnectionCount(List.of(counted), packet());
        }
        Optional<Connection> connection = connection(counted);
        if (connection.filter(c -> c.has(CtStatus.ASSURED)).isPresent()) {
            return cleaned(before.get());
        }
        return connection.isEmpty() && before.get().cleanedBy() == packet()
                ? added(before.get().connections(), counted)
                : checked(before.get(), counted);
    }

    private long packet() {
        return context.skb().id();
    }

    private Counted counted() {
        Connection connection = context.connection();
        return connection == null
                ? new Counted(Tuples.of(context.packet()).orElseThrow(), Zone.DEFAULT)
                : new Counted(connection.original(), connection.zone());
    }

    /** The packet's connection, if it is in the table. */
    private Optional<Connection> connection(Counted counted) {
        Connection connection = context.connection();
        return connection == null ? found(counted) : Optional.of(connection).filter(Connection::isConfirmed);
    }

    private Optional<Connection> found(Counted counted) {
        return context.connections()
                .find(counted.zone(), counted.tuple())
                .map(ConntrackTable.Hit::connection)
                .filter(c -> c.expiresAt() > context.now());
    }

    /** {@code nf_conncount_gc_list}: an assured connection is not added, it was met long before. */
    private ConnectionCount cleaned(ConnectionCount before) {
        if (before.cleanedBy() == packet()) {
            return before;
        }
        return new ConnectionCount(
                before.connections().stream().filter(this::isOpen).toList(), packet());
    }

    /** Looks at those met before, up to the packet's own connection. */
    private ConnectionCount checked(ConnectionCount before, Counted counted) {
        List<Counted> open = new ArrayList<>();
        for (int i = 0; i < before.connections().size(); i++) {
            Counted known = before.connections().get(i);
            if (known.equals(counted) && found(known).isPresent()) {
                open.addAll(before.connections().subList(i, before.connections().size()));
                return new ConnectionCount(open, before.cleanedBy());
            }
            if (isOpen(known)) {
                open.add(known);
            }
        }
        return added(open, counted);
    }

    private ConnectionCount added(List<Counted> open, Counted counted) {
        List<Counted> all = new ArrayList<>(open);
        all.add(counted);
        return new ConnectionCount(all, packet());
    }

    /** {@code already_closed}. */
    private boolean isOpen(Counted counted) {
        Optional<Connection> connection = found(counted);
        return connection.isPresent()
                && !(connection.get().tracking() instanceof TcpTracking tcp
                        && (tcp.state() == TcpState.TIME_WAIT || tcp.state() == TcpState.CLOSE));
    }
}
