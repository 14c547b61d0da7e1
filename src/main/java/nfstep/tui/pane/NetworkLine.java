package nfstep.tui.pane;

import java.util.StringJoiner;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.tui.Line;
import nfstep.tui.Role;

/** Who is connected with whom: {@code host enp0s3 -- wan world, host veth1 (docker0) -- eth0 container1}. */
final class NetworkLine {
    private NetworkLine() {}

    static Line of(Network network) {
        StringJoiner pairs = new StringJoiner(", ");
        for (Namespace host : network.namespaces()) {
            for (Link link : host.links().values()) {
                link.peer()
                        .filter(peer -> isLeft(host.name(), peer.namespace()))
                        .ifPresent(peer -> pairs.add(host.name() + " " + end(host, link) + " -- "
                                + network.link(peer)
                                        .map(other -> end(network.namespace(peer.namespace()), other))
                                        .orElse("?")
                                + " " + peer.namespace()));
            }
        }
        return Line.of(pairs.length() == 0 ? "" : " " + pairs, Role.DIM);
    }

    /** Each pair is told once, from the host where it is one of its ends. */
    private static boolean isLeft(String name, String other) {
        if (name.equals(Network.HOST) || other.equals(Network.HOST)) {
            return !other.equals(Network.HOST);
        }
        return name.compareTo(other) < 0;
    }

    private static String end(Namespace host, Link link) {
        return link.master().isPresent()
                ? host.link(link.master().getAsInt())
                        .map(bridge -> link.name() + " (" + bridge.name() + ")")
                        .orElse(link.name())
                : link.name();
    }
}
