package nfstep.engine;

import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackSettings;
import nfstep.conntrack.ConntrackTable;
import nfstep.conntrack.CtInfo;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Direction;
import nfstep.conntrack.IcmpRelation;
import nfstep.conntrack.IcmpRelations;
import nfstep.conntrack.TrackInput;
import nfstep.conntrack.TrackOutcome;
import nfstep.conntrack.Trackers;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Tuples;
import nfstep.event.TrackEvent;
import nfstep.rules.CtRef;
import nfstep.rules.Hook;
import nfstep.rules.Skb;

/** Finds or makes the connection of one packet and lets its protocol's tracker judge: {@code resolve_normal_ct}. */
final class ConnectionLookup {
    private final HookContext context;
    private final Skb skb;
    private final ConntrackSettings settings;

    ConnectionLookup(HookContext context, Skb skb) {
        this.context = context;
        this.skb = skb;
        this.settings = Settings.of(context.host());
    }

    /** The packet with its connection, or with none and why. */
    HookFunction.Result find() {
        IcmpRelation relation = IcmpRelations.of(skb.packet(), skb.zone(), context.connections(), checks());
        if (relation instanceof IcmpRelation.Related related) {
            return related(related);
        }
        if (relation instanceof IcmpRelation.Refused refused) {
            return refuse(refused.why());
        }
        if (relation instanceof IcmpRelation.Untracked untracked) {
            Skb none = skb.lookedUp(CtRef.UNTRACKED);
            context.emit(new TrackEvent.Refused(context.at(skb), none, untracked.why()));
            return HookFunction.Result.accept(none);
        }
        Optional<Tuple> tuple = Tuples.of(skb.packet());
        if (tuple.isEmpty()) {
            return refuse("its header is cut short");
        }
        return normal(tuple.get(), true);
    }

    private HookFunction.Result normal(Tuple tuple, boolean mayRestart) {
        Optional<ConntrackTable.Hit> hit = live(tuple);
        if (hit.isEmpty()) {
            return create(tuple);
        }
        Connection connection = hit.get().connection();
        Direction direction = hit.get().direction();
        TrackOutcome outcome = track(connection, direction);
        if (outcome instanceof TrackOutcome.Restart restart && mayRestart) {
            context.emit(new TrackEvent.Destroyed(context.at(skb), connection, restart.why()));
            return normal(tuple, false);
        }
        Skb found = skb.lookedUp(new CtRef(connection.id(), info(connection, direction)));
        return new TrackedPacket(context, found).known(connection, direction, tuple, outcome);
    }

    private Optional<ConntrackTable.Hit> live(Tuple tuple) {
        Optional<ConntrackTable.Hit> hit = context.connections().find(skb.zone(), tuple);
        if (hit.isPresent()
                && hit.get().connection().expiresAt() <= context.run().world().now()) {
            context.emit(new TrackEvent.Destroyed(context.at(skb), hit.get().connection(), "its time is over"));
            return Optional.empty();
        }
        return hit;
    }

    private TrackOutcome track(Connection connection, Direction direction) {
        long now = context.run().world().now();
        return Trackers.track(new TrackInput(connection, direction, skb.packet(), now, settings, checks()));
    }

    /** {@code resolve_normal_ct}: what the packet is, before its tracker may change the connection. */
    private static CtInfo info(Connection connection, Direction direction) {
        if (direction == Direction.REPLY) {
            return CtInfo.ESTABLISHED_REPLY;
        }
        if (connection.has(CtStatus.SEEN_REPLY)) {
            return CtInfo.ESTABLISHED;
        }
        return connection.has(CtStatus.EXPECTED) ? CtInfo.RELATED : CtInfo.NEW;
    }

    private HookFunction.Result create(Tuple tuple) {
        Optional<Tuple> inverse = Tuples.inverse(tuple);
        if (inverse.isEmpty()) {
            return refuse("no connection begins with such a packet");
        }
        Optional<String> full = new TableRoom(context, skb).refusal(tuple);
        if (full.isPresent()) {
            return HookFunction.Result.drop(skb, "conntrack", full.get());
        }
        long id = context.run().world().ids().connection();
        Connection fresh = Connection.fresh(id, skb.zone(), tuple, inverse.get());
        return new FirstPacket(context, skb).begin(fresh, this::track);
    }

    /** {@code nf_conntrack_inet_error}: an ICMP error belongs to the connection of the packet that it quotes. */
    private HookFunction.Result related(IcmpRelation.Related related) {
        Skb tracked = skb.lookedUp(new CtRef(related.connection().id(), related.info()));
        context.emit(new TrackEvent.Related(context.at(skb), tracked, related.connection(), related.inner()));
        return HookFunction.Result.accept(tracked);
    }

    private boolean checks() {
        return context.where().hook() == Hook.PREROUTING && settings.checksum();
    }

    /** CT rules go on to leave alone what answers a packet without tracking, unless one of them spoke before. */
    private HookFunction.Result refuse(String why) {
        Skb none = skb.lookedUp(skb.ct().equals(CtRef.ANSWER) ? CtRef.ANSWER : CtRef.NONE);
        context.emit(new TrackEvent.Refused(context.at(skb), none, why));
        return HookFunction.Result.accept(none);
    }
}
