package nfstep.lab.command;

import java.util.List;
import java.util.function.Predicate;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackLine;
import nfstep.conntrack.ConntrackSettings;
import nfstep.engine.Settings;

/** The connections of a namespace as {@code conntrack -L} prints them. */
final class ConntrackTableText {
    private ConntrackTableText() {}

    static List<String> lines(Session session, String namespace) {
        return lines(session, namespace, c -> true);
    }

    /** Those that a filter chooses. */
    static List<String> lines(Session session, String namespace, Predicate<Connection> filter) {
        ConntrackSettings settings = Settings.of(session.namespace(namespace));
        long now = session.world().now();
        return session.world().netfilter(namespace).connections().all().stream()
                .filter(c -> c.isConfirmed() && filter.test(c))
                .map(c -> ConntrackLine.print(c, now, settings))
                .toList();
    }
}
