package nfstep.engine;

import nfstep.conntrack.Connection;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Direction;
import nfstep.conntrack.TrackOutcome;
import nfstep.conntrack.Tuple;
import nfstep.event.TrackEvent;
import nfstep.rules.CtRef;
import nfstep.rules.Skb;

/** What a tracker's answer means for a packet of a known connection. */
record TrackedPacket(HookContext context, Skb skb) {
    /** The packet of that connection, after its tracker answered. */
    HookFunction.Result known(Connection connection, Direction direction, Tuple tuple, TrackOutcome outcome) {
        if (outcome instanceof TrackOutcome.Invalid invalid) {
            return refuse(connection, connection, invalid.why());
        }
        if (outcome instanceof TrackOutcome.InvalidButChanged invalid) {
            return refuse(connection, invalid.after(), invalid.why());
        }
        context.emit(new TrackEvent.Found(context.at(skb), skb, connection, direction, tuple));
        if (outcome instanceof TrackOutcome.Accepted accepted) {
            change(connection, accepted.after(), accepted.what());
        } else if (outcome instanceof TrackOutcome.Ignored ignored) {
            change(connection, ignored.after(), ignored.why());
        } else if (outcome instanceof TrackOutcome.Destroy destroy) {
            kill(connection, destroy, direction);
        }
        return HookFunction.Result.accept(skb);
    }

    /**
     * {@code nf_ct_kill_acct}: out of the table at once, but this packet is counted and still translated from it, and
     * {@code nf_conntrack_in} notes that it is a reply.
     */
    private void kill(Connection connection, TrackOutcome.Destroy outcome, Direction direction) {
        Connection last = outcome.after();
        Connection replied = direction == Direction.REPLY ? last.with(CtStatus.SEEN_REPLY) : last;
        Connection dying = replied.with(CtStatus.DYING);
        context.emit(new TrackEvent.Changed(context.at(skb), connection, dying, "destroyed: " + outcome.why()));
    }

    private void change(Connection before, Connection after, String what) {
        if (!before.equals(after)) {
            String words = what.isEmpty() ? "its time is extended" : what;
            context.emit(new TrackEvent.Changed(context.at(skb), before, after, words));
        }
    }

    private HookFunction.Result refuse(Connection before, Connection after, String why) {
        change(before, after, why);
        Skb none = skb.withCt(CtRef.NONE);
        context.emit(new TrackEvent.Refused(context.at(skb), none, why + " (connection " + before.id() + ")"));
        return HookFunction.Result.accept(none);
    }

    /** Why a tracker did not accept a packet. */
    static String why(TrackOutcome outcome) {
        if (outcome instanceof TrackOutcome.Invalid invalid) {
            return invalid.why();
        }
        if (outcome instanceof TrackOutcome.InvalidButChanged invalid) {
            return invalid.why();
        }
        if (outcome instanceof TrackOutcome.Ignored ignored) {
            return ignored.why();
        }
        return outcome.toString();
    }
}
