package nfstep.trace.json;

import java.util.Map;
import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.event.At;
import nfstep.event.ChainRef;
import nfstep.event.Focus;
import nfstep.rules.Chain;
import nfstep.rules.Rule;
import nfstep.rules.Skb;
import nfstep.trace.RuleLine;

/** The fields of an event that is read; what was left out is taken from the events before. */
final class EventIn {
    private final In in;
    private final Scope scope;

    EventIn(In in, Scope scope) {
        this.in = in;
        this.scope = scope;
    }

    /** Fields that stand for themselves. */
    In in() {
        return in;
    }

    Scope scope() {
        return scope;
    }

    At at() {
        in.optional("at", Places.AT).ifPresent(scope::at);
        return scope.at();
    }

    ChainRef chain() {
        return in.optional("chain", Places.CHAIN).orElseGet(() -> scope.focus()
                .top()
                .map(Focus.Frame::chain)
                .orElseThrow(() -> in.damaged("\"chain\" is missing")));
    }

    Skb skb(String name) {
        return difference(name, Places.known(scope));
    }

    Skb made(String name) {
        return difference(name, Optional.empty());
    }

    Skb changed(String name, Skb before) {
        return difference(name, Optional.of(before));
    }

    private Skb difference(String name, Optional<Skb> known) {
        In fields = in.find(name).map(Node::object).orElseGet(() -> new In(in.self(), Map.of()));
        return scope.skbs().read(fields, scope.at().packet(), known);
    }

    Connection connection(String name, String namespace) {
        return Connections.read(
                in.node(name),
                id -> scope.world().netfilter(namespace).connections().connection(id));
    }

    /** The text that goes with a command. */
    String textOf(String command) {
        return in.optional("text", Values.TEXT).orElse(command);
    }

    /** How many rules that chain has where the event happens. */
    int length(ChainRef chain) {
        return RuleLine.chain(scope.world(), scope.at().namespace(), chain)
                .map(Chain::rules)
                .orElseThrow(() -> in.damaged("there is no chain " + chain.path()))
                .size();
    }

    /** The rule with that number of a chain where the event happens. */
    Rule rule(ChainRef chain, int number) {
        return RuleLine.find(scope.world(), scope.at().namespace(), chain, number)
                .map(RuleLine::rule)
                .orElseThrow(() -> in.damaged("there is no rule " + number + " in " + chain.path()));
    }
}
