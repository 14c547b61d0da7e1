package nfstep.trace.json;

import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.event.At;
import nfstep.event.ChainRef;
import nfstep.event.Focus;
import nfstep.packet.IpFamily;
import nfstep.rules.Skb;

/** The fields of an event that is written; what follows from the events before is left out. */
final class EventOut {
    private final Out out;
    private final Scope scope;

    EventOut(Out out, Scope scope) {
        this.out = out;
        this.scope = scope;
    }

    /** Fields that stand for themselves. */
    Out out() {
        return out;
    }

    Scope scope() {
        return scope;
    }

    EventOut at(At at) {
        if (!at.equals(scope.at())) {
            out.put("at", Places.AT, at);
            scope.at(at);
        }
        return this;
    }

    /** A chain; left out where it is the innermost one that the packet is in. */
    EventOut chain(ChainRef chain) {
        if (scope.focus().top().map(Focus.Frame::chain).filter(chain::equals).isEmpty()) {
            out.put("chain", Places.CHAIN, chain);
        }
        return this;
    }

    /** The packet; left out where it is as it was. */
    EventOut skb(String name, Skb skb) {
        return difference(name, skb, Places.known(scope));
    }

    /** The packet as it is when it comes to a namespace. */
    EventOut made(String name, Skb skb) {
        return difference(name, skb, Optional.empty());
    }

    /** The packet after a change. */
    EventOut changed(String name, Skb before, Skb after) {
        return difference(name, after, Optional.of(before));
    }

    private EventOut difference(String name, Skb skb, Optional<Skb> known) {
        Out fields = scope.skbs().difference(skb, scope.at().packet(), known);
        if (!fields.isEmpty()) {
            out.put(name, fields.json());
        }
        return this;
    }

    /** A connection of that namespace. */
    EventOut connection(String name, String namespace, Connection connection) {
        Optional<Connection> known =
                scope.world().netfilter(namespace).connections().connection(connection.id());
        out.put(name, Connections.write(connection, known));
        return this;
    }

    /** A change of rules as the command that it is; another text that goes with it only where it differs. */
    EventOut command(String command, String text) {
        out.text("command", command);
        if (!command.equals(text)) {
            out.text("text", text);
        }
        return this;
    }

    EventOut family(IpFamily family) {
        out.put("family", Values.FAMILY, family);
        return this;
    }
}
