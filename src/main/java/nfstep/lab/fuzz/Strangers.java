package nfstep.lab.fuzz;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nfstep.event.PathEvent;
import nfstep.host.Network;
import nfstep.rules.Decision;
import nfstep.rules.Skb;
import nfstep.trace.Position;
import nfstep.trace.Walk;

/**
 * Addresses that packets are sent to and that nobody has: a kernel asks for them for three seconds, in which other things
 * happen. A link-layer address for each of them makes an end of that.
 */
final class Strangers {
    private static final String NOBODY = "02:00:00:00:ff:ff";

    private Strangers() {}

    /** The commands that introduce them. */
    static Set<String> introductions(Walk walk) {
        Set<String> commands = new TreeSet<>();
        for (int i = 0; i < walk.size(); i++) {
            if (walk.event(i) instanceof PathEvent.Dropped dropped
                    && dropped.place().equals("neighbour")) {
                Optional<Skb> skb = walk.at(Position.of(i)).before().focus().skb();
                skb.flatMap(s -> introduction(dropped.at().namespace(), s)).ifPresent(commands::add);
            }
        }
        return commands;
    }

    private static Optional<String> introduction(String namespace, Skb skb) {
        String start = namespace.equals(Network.HOST) ? "ip" : "ip -n " + namespace;
        String hop = skb.route()
                .flatMap(Decision::nextHop)
                .orElse(skb.packet().destination())
                .toString();
        return skb.route()
                .flatMap(Decision::out)
                .map(device ->
                        start + " neigh add " + hop + " lladdr " + NOBODY + " dev " + device.name() + " nud permanent");
    }
}
