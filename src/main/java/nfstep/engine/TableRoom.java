package nfstep.engine;

import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.Draw;
import nfstep.conntrack.EarlyDrop;
import nfstep.conntrack.Tuple;
import nfstep.event.TrackEvent;
import nfstep.rules.Skb;

/** Whether the table takes one more connection: {@code __nf_conntrack_alloc}. Those not confirmed yet count, too. */
record TableRoom(HookContext context, Skb skb) {
    /** Makes room for a connection with that tuple, or says why its packet is dropped. */
    Optional<String> refusal(Tuple fresh) {
        long most = Settings.of(context.host()).max();
        int count = context.connections().all().size();
        if (most == 0 || count < most) {
            return Optional.empty();
        }
        List<Connection> victims = EarlyDrop.victims(fresh, context.connections(), draw());
        for (Connection c : victims) {
            context.emit(new TrackEvent.Destroyed(
                    context.at(skb), c, "the table is full, and nothing assures it (which one goes is drawn)"));
        }
        return victims.isEmpty()
                ? Optional.of("the table is full, " + count + " connections, and none that may go stands near the new"
                        + " one (what stands near is drawn); net.netfilter.nf_conntrack_max = " + most)
                : Optional.empty();
    }

    private Draw draw() {
        String key = context.namespace() + "/";
        return (purpose, bound) -> context.run().entropy().draw(key + purpose, bound);
    }
}
