package nfstep.engine;

import nfstep.conntrack.Confirmation;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Direction;
import nfstep.event.TrackEvent;
import nfstep.rules.CtRef;
import nfstep.rules.Skb;
import nfstep.rules.Verdict;

/** A new connection enters the table when its first packet passed everything: {@code nf_confirm}. */
final class ConfirmFunction implements HookFunction {
    @Override
    public Result run(Skb skb, HookContext context) {
        Connection connection = context.connection(skb);
        Result helped = connection == null
                ? Result.accept(skb)
                : Helping.of(context, skb, connection).help(connection);
        return helped.verdict() == Verdict.ACCEPT ? confirm(helped.skb(), context) : helped;
    }

    private static Result confirm(Skb skb, HookContext context) {
        Connection connection = context.connection(skb);
        if (connection == null
                || connection.has(CtStatus.DYING)
                || connection.isConfirmed()
                || skb.ct().info().direction() != Direction.ORIGINAL) {
            return Result.accept(skb);
        }
        Confirmation confirmation = Confirmation.confirm(
                connection, context.connections(), context.run().world().now());
        if (confirmation instanceof Confirmation.Confirmed confirmed) {
            context.emit(new TrackEvent.Confirmed(context.at(skb), confirmed.after()));
            return Result.accept(skb);
        }
        if (confirmation instanceof Confirmation.Merged merged) {
            context.emit(new TrackEvent.Discarded(context.at(skb), connection.id(), merged.why()));
            return Result.accept(
                    skb.withCt(new CtRef(merged.existing(), skb.ct().info())));
        }
        return Result.drop(skb, "confirm", ((Confirmation.Dropped) confirmation).why());
    }
}
