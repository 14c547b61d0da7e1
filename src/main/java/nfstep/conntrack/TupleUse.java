package nfstep.conntrack;

import java.util.Optional;
import nfstep.packet.Protocols;

/** Whether other connections leave a tuple to this one. */
record TupleUse(Connection connection, ConntrackTable table) {
    /** Whether answers to that tuple could belong to no other connection: {@code nf_nat_used_tuple}. */
    boolean isFree(Tuple tuple) {
        return other(tuple).isEmpty();
    }

    /**
     * The connection that the answers would belong to: {@code nf_conntrack_tuple_taken}. One that is of the same flow does
     * not count, since that is settled when the connection is confirmed.
     */
    Optional<ConntrackTable.Hit> other(Tuple tuple) {
        return Tuples.inverse(tuple)
                .flatMap(reply -> table.find(connection.zone(), Direction.REPLY, reply))
                .filter(hit -> !isSameFlow(hit.connection()));
    }

    private boolean isSameFlow(Connection found) {
        return found.id() == connection.id()
                || (found.original().equals(connection.original())
                        && found.zone().idFor(Direction.ORIGINAL)
                                == connection.zone().idFor(Direction.ORIGINAL));
    }

    /** What the newest connection of the same source became, where the range allows it: {@code find_appropriate_src}. */
    Optional<NatPick> sameSource(Tuple tuple, NatRequest request) {
        for (Connection known : table.withSource(connection.zone(), tuple)) {
            Tuple source = Tuples.inverse(known.reply()).orElseThrow();
            Tuple translated = tuple.withSource(source.source(), source.sourceKey());
            if (request.allowsSource(translated)) {
                String how = NatKey.word(translated, Manip.SRC) + ", as for connection " + known.id()
                        + " from the same source";
                return Optional.of(NatPick.of(translated, how));
            }
        }
        return Optional.empty();
    }

    /** The connection that the answers would belong to, of whatever flow: {@code nf_conntrack_find_get}. */
    Optional<ConntrackTable.Hit> owner(Tuple tuple) {
        return Tuples.inverse(tuple).flatMap(reply -> table.find(connection.zone(), reply));
    }

    /**
     * The connection that may be destroyed so that a new TCP connection gets its tuple: one that is over, and whose
     * sequence numbers the new one is past.
     *
     * <p>Source: {@code net/netfilter/nf_nat_core.c}, {@code nf_nat_used_tuple_harder}, {@code nf_nat_may_kill}.
     */
    Optional<Connection> stealable(Tuple tuple) {
        return owner(tuple)
                .filter(hit -> hit.direction() == Direction.REPLY && isOver(hit.connection()))
                .map(ConntrackTable.Hit::connection);
    }

    /** Whether this is a TCP connection at its first SYN, for which others may be destroyed. */
    boolean maySteal() {
        return connection.original().protocol() == Protocols.TCP
                && connection.tracking() instanceof TcpTracking tcp
                && tcp.state() == TcpState.SYN_SENT;
    }

    private boolean isOver(Connection old) {
        return old.has(CtStatus.SRC_NAT)
                && !old.has(CtStatus.FIXED_TIMEOUT)
                && !old.has(CtStatus.DYING)
                && old.tracking() instanceof TcpTracking before
                && before.state().compareTo(TcpState.TIME_WAIT) >= 0
                && connection.tracking() instanceof TcpTracking now
                && Sequence.after(now.original().end(), before.original().end());
    }
}
