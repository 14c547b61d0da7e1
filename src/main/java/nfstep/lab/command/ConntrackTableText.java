package nfstep.lab.command;

import java.util.List;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackLine;

/** The connections of a namespace as {@code conntrack -L} prints them. */
final class ConntrackTableText {
    private ConntrackTableText() {}

    static List<String> lines(Session session, String namespace) {
        return session.world().netfilter(namespace).connections().all().stream()
                .filter(Connection::isListed)
                .map(c -> line(session, c))
                .toList();
    }

    /** The line of one of them. */
    static String line(Session session, Connection connection) {
        return ConntrackLine.print(connection, session.world().now());
    }
}
