package nfstep.engine;

import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackTable;
import nfstep.event.At;
import nfstep.event.Event;
import nfstep.host.Namespace;
import nfstep.packet.IpFamily;
import nfstep.rules.HookState;
import nfstep.rules.MatchContext;
import nfstep.rules.Skb;
import nfstep.state.HookEntry;
import nfstep.state.Netfilter;
import org.jspecify.annotations.Nullable;

/** What a hook function gets beside the packet: where it is called, and the run that takes its events. */
public record HookContext(Run run, String namespace, HookState where, HookEntry entry) {
    /** Which packet, and where. */
    At at(Skb skb) {
        return new At(namespace, skb.id());
    }

    /** Reports an event. */
    void emit(Event event) {
        run.emit(event);
    }

    /** The network of the namespace. */
    Namespace host() {
        return run.world().network().namespace(namespace);
    }

    /** Netfilter's state in the namespace. */
    Netfilter netfilter() {
        return run.world().netfilter(namespace);
    }

    /** The connections of the namespace. */
    ConntrackTable connections() {
        return netfilter().connections();
    }

    /** The packet's connection as it is now, null when it has none. */
    @Nullable
    Connection connection(Skb skb) {
        return netfilter().connection(skb).orElse(null);
    }

    /** What matches of a rule may look at. */
    MatchContext matching(Skb skb) {
        return new MatchContext(skb, where, run.world().surroundings(namespace).in(run.burst()), connection(skb));
    }

    /** The family of the packet. */
    static IpFamily family(Skb skb) {
        return skb.packet().family();
    }
}
