package nfstep.lab.command;

import java.util.List;
import java.util.stream.Collectors;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackTable;
import nfstep.conntrack.Expectation;
import nfstep.conntrack.ExpectationLine;
import nfstep.event.ConnectionEvent;
import nfstep.source.Code;

/** {@code conntrack -L|-C|-F expect}: the table of expected connections. */
final class ConntrackExpect {
    private static final String VERSION = "conntrack v1.4.7 (conntrack-tools)";

    private ConntrackExpect() {}

    /** What that command does with the table. */
    static Action read(Arguments arguments, String command) {
        ConntrackFilter.none(arguments, command + " expect");
        String namespace = arguments.line().namespace();
        return switch (command) {
            case "-L" -> session -> ConntrackCommand.print(session, listing(session, namespace));
            case "-C" ->
                session ->
                        ConntrackCommand.print(session, all(session, namespace).size() + "\n");
            case "-F" ->
                session -> {
                    all(session, namespace)
                            .forEach(e -> session.emit(new ConnectionEvent.ExpectationDeleted(namespace, e)));
                    return ConntrackCommand.print(session, VERSION + ": expectation table has been emptied.\n");
                };
            default ->
                throw arguments
                        .line()
                        .problem(
                                Code.UNKNOWN_TABLE,
                                arguments.operands().get(0),
                                command + " expect is not modelled",
                                "write -L, -C or -F");
        };
    }

    private static List<Expectation> all(Session session, String namespace) {
        return List.copyOf(session.world().netfilter(namespace).expectations().all());
    }

    private static String listing(Session session, String namespace) {
        ConntrackTable table = session.world().netfilter(namespace).connections();
        long now = session.world().now();
        List<Expectation> all = all(session, namespace);
        String lines = all.stream()
                .map(e -> ExpectationLine.print(e, master(table, e), now) + "\n")
                .collect(Collectors.joining());
        return lines + VERSION + ": " + all.size() + " expectations have been shown.\n";
    }

    private static Connection master(ConntrackTable table, Expectation expectation) {
        return table.connection(expectation.master())
                .orElseThrow(() -> new IllegalStateException("no master " + expectation.master()));
    }
}
