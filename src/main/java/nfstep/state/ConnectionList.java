package nfstep.state;

import java.util.List;
import nfstep.conntrack.ConntrackLine;

/** The connections of a namespace as {@code conntrack -L} prints them. */
public final class ConnectionList {
    private ConnectionList() {}

    /** A line for each connection that is in the table and not over, the oldest first. */
    public static List<String> of(World world, String namespace) {
        return world.netfilter(namespace).connections().all().stream()
                .filter(c -> c.isListed() && c.expiresAt() > world.now())
                .map(c -> ConntrackLine.print(c, world.now()))
                .toList();
    }
}
