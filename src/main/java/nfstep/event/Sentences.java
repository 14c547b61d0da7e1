package nfstep.event;

import nfstep.conntrack.Direction;
import nfstep.conntrack.Expectation;
import nfstep.conntrack.Manip;
import nfstep.conntrack.Tuple;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.host.Route;
import nfstep.packet.Protocols;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Skb;

/** Sentences that need more than a few words. */
final class Sentences {
    private Sentences() {}

    static String routed(Skb skb, FlowKey key, FibResult result) {
        String route = result.route().map(Sentences::route).orElse("no route");
        boolean refused = skb.route().isEmpty() && result.isUsable();
        String decision = refused ? "found, but not taken" : "none";
        return "route to " + key.destination() + ": "
                + skb.route().map(Sentences::decision).orElse(decision) + ", by " + route;
    }

    private static String decision(Decision decision) {
        String out = decision.out().map(Device::name).orElse("");
        String via = decision.nextHop().map(hop -> " via " + hop).orElse("");
        return switch (decision.kind()) {
            case LOCAL -> "for this host";
            case FORWARD -> "forward, out " + out + via;
            case BROADCAST -> "broadcast";
            case MULTICAST -> "multicast";
            case OUTPUT -> "out " + out + via;
        };
    }

    private static String route(Route route) {
        String table =
                switch (route.table()) {
                    case Route.LOCAL_TABLE -> "local";
                    case Route.MAIN_TABLE -> "main";
                    case Route.DEFAULT_TABLE -> "default";
                    default -> Integer.toString(route.table());
                };
        String target = route.destination().length() == 0
                ? "default"
                : route.destination().toString();
        return target + " of table " + table;
    }

    static String decided(NatEvent.Decided event) {
        String end = event.manip() == Manip.SRC ? "source" : "destination";
        Tuple old = event.before().tuple(Direction.REPLY);
        Tuple now = event.after().tuple(Direction.REPLY);
        String number = "connection " + event.after().id() + ": ";
        if (old.equals(now)) {
            return number + end + " stays as it is, " + event.cause();
        }
        String was = event.manip() == Manip.SRC ? end(old, false) : end(old, true);
        String is = event.manip() == Manip.SRC ? end(now, false) : end(now, true);
        return number + end + " " + was + " becomes " + is + ", " + event.cause();
    }

    /** Such as {@code tcp 10.2.0.2 > 10.1.0.2:51210}. */
    static String expected(Expectation expectation) {
        Tuple tuple = expectation.tuple();
        return Protocols.name(tuple.protocol()) + " " + tuple.source() + " > " + tuple.destination() + ":"
                + tuple.destinationKey();
    }

    private static String end(Tuple reply, boolean source) {
        String address = (source ? reply.source() : reply.destination()).toString();
        boolean hasPorts = reply.protocol() == Protocols.TCP || reply.protocol() == Protocols.UDP;
        return hasPorts ? address + ":" + (source ? reply.sourceKey() : reply.destinationKey()) : address;
    }
}
