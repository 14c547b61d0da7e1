package nfstep.engine;

import java.util.Optional;
import java.util.function.BiFunction;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtInfo;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Direction;
import nfstep.conntrack.Expectation;
import nfstep.conntrack.Manip;
import nfstep.conntrack.NatRange;
import nfstep.conntrack.NatRange.PortRange;
import nfstep.conntrack.TrackOutcome;
import nfstep.conntrack.Tuple;
import nfstep.event.TrackEvent;
import nfstep.rules.CtRef;
import nfstep.rules.CtTemplate;
import nfstep.rules.Skb;

/** The first packet of a connection: {@code net/netfilter/nf_conntrack_core.c}, {@code init_conntrack}. */
record FirstPacket(HookContext context, Skb skb) {
    /** The packet with its connection, which was expected or gets the helper of a CT rule; with none if it is refused. */
    HookFunction.Result begin(Connection fresh, BiFunction<Connection, Direction, TrackOutcome> tracker) {
        long now = context.run().world().now();
        Optional<Expectation> expected = context.netfilter()
                .expectations()
                .find(skb.zone(), fresh.original(), now)
                .filter(e -> master(e).isPresent());
        expected.ifPresent(e -> context.emit(new TrackEvent.Fulfilled(context.at(skb), e)));
        Connection begun =
                expected.flatMap(this::master).map(fresh::expectedBy).orElseGet(() -> fresh.withHelper(helper()));
        TrackOutcome outcome = tracker.apply(begun, Direction.ORIGINAL);
        if (outcome instanceof TrackOutcome.Accepted accepted) {
            return created(accepted.after(), expected);
        }
        Skb none = skb.lookedUp(CtRef.NONE);
        context.emit(new TrackEvent.Refused(context.at(skb), none, TrackedPacket.why(outcome)));
        return HookFunction.Result.accept(none);
    }

    private String helper() {
        return skb.template().map(CtTemplate::helper).orElse("");
    }

    /** A connection that is not in the table yet, or on its way out of it, is no master. */
    private Optional<Connection> master(Expectation expectation) {
        return context.connections()
                .connection(expectation.master())
                .filter(c -> c.isConfirmed() && !c.has(CtStatus.DYING));
    }

    private HookFunction.Result created(Connection connection, Optional<Expectation> expected) {
        CtInfo info = expected.isPresent() ? CtInfo.RELATED : CtInfo.NEW;
        Skb tracked = skb.lookedUp(new CtRef(connection.id(), info));
        context.emit(new TrackEvent.Created(context.at(skb), tracked, connection));
        expected.ifPresent(e -> e.following().ifPresent(how -> follow(tracked, e, how)));
        return HookFunction.Result.accept(tracked);
    }

    /** {@code nf_nat_follow_master}. */
    private void follow(Skb tracked, Expectation expectation, Expectation.Following how) {
        Tuple path = master(expectation).orElseThrow().tuple(how.direction().opposite());
        NatSetup setup = new NatSetup(
                context, tracked, "as connection " + expectation.master() + ", which expected it, is translated");
        setup.decide(Manip.SRC, NatRange.of(path.destination()));
        NatRange there = NatRange.of(path.source());
        PortRange port = new PortRange(how.port(), how.port(), 0);
        setup.decide(Manip.DST, new NatRange(there.addresses(), Optional.of(port), false, false, false));
    }
}
