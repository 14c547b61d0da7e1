package nfstep.conntrack;

import java.util.Optional;
import nfstep.packet.Packet;

/** A forwarding host that only tracks: every packet is looked up, tracked, and confirmed if it is the first. */
final class Tracked {
    private final ConntrackSettings settings;
    private ConntrackTable table = ConntrackTable.empty();
    private long id;
    private long now;

    Tracked(ConntrackSettings settings) {
        this.settings = settings;
    }

    ConntrackTable table() {
        return table;
    }

    void at(long nanos) {
        now = nanos;
        for (Connection over : table.expired(now)) {
            table = table.without(over.id());
        }
    }

    /** The state that {@code --ctstate} sees of the packet. */
    CtState receive(Packet packet) {
        IcmpRelation relation = IcmpRelations.of(packet, Zone.DEFAULT, table, settings.checksum());
        if (relation instanceof IcmpRelation.Related) {
            return CtState.RELATED;
        }
        if (relation instanceof IcmpRelation.Untracked) {
            return CtState.UNTRACKED;
        }
        Optional<Tuple> tuple = Tuples.of(packet);
        boolean refused = relation instanceof IcmpRelation.Refused
                || tuple.flatMap(Tuples::inverse).isEmpty();
        return refused ? CtState.INVALID : receive(packet, tuple.orElseThrow());
    }

    private CtState receive(Packet packet, Tuple tuple) {
        ConntrackTable.Hit hit = table.find(Zone.DEFAULT, tuple).orElseGet(() -> created(tuple));
        TrackOutcome outcome =
                Trackers.track(new TrackInput(hit.connection(), hit.direction(), packet, now, settings, true));
        if (outcome instanceof TrackOutcome.Restart) {
            table = table.without(hit.connection().id());
            return receive(packet, tuple);
        }
        return settle(hit, outcome);
    }

    private ConntrackTable.Hit created(Tuple tuple) {
        id++;
        Connection fresh =
                Connection.fresh(id, Zone.DEFAULT, tuple, Tuples.inverse(tuple).orElseThrow());
        return new ConntrackTable.Hit(fresh, Direction.ORIGINAL);
    }

    private CtState settle(ConntrackTable.Hit hit, TrackOutcome outcome) {
        if (outcome instanceof TrackOutcome.Invalid) {
            return CtState.INVALID;
        }
        if (outcome instanceof TrackOutcome.InvalidButChanged changed) {
            table = table.with(changed.after());
            return CtState.INVALID;
        }
        if (outcome instanceof TrackOutcome.Destroy) {
            table = table.without(hit.connection().id());
        } else {
            Connection after = outcome instanceof TrackOutcome.Accepted accepted
                    ? accepted.after()
                    : ((TrackOutcome.Ignored) outcome).after();
            table = table.with(after.with(CtStatus.CONFIRMED));
        }
        boolean replied = hit.direction() == Direction.REPLY || hit.connection().has(CtStatus.SEEN_REPLY);
        return replied ? CtState.ESTABLISHED : CtState.NEW;
    }
}
