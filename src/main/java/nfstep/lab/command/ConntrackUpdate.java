package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackTable;
import nfstep.conntrack.Direction;
import nfstep.conntrack.TcpState;
import nfstep.conntrack.TcpTracking;
import nfstep.event.ConnectionEvent;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;

/** {@code conntrack -U}: changes connections; conntrack-tools, {@code mnl_nfct_update_cb}. */
final class ConntrackUpdate {
    private static final long SECOND = 1_000_000_000L;
    private static final Numbers TIMEOUT = new Numbers("timeout", 0, 0x7fff_ffffL);
    private static final List<String> OF_A_FAMILY = List.of("-f", "-s", "-d", "-r", "-q");
    private static final List<String> TRANSLATIONS = List.of("-n", "-g", "-j");
    private static final List<String> ZONES = List.of("-w", "--orig-zone", "--reply-zone");

    private final Arguments arguments;
    private final CommandLine line;
    private final List<UnaryOperator<Connection>> changes = new ArrayList<>();

    private ConntrackUpdate(Arguments arguments) {
        this.arguments = arguments;
        this.line = arguments.line();
    }

    static Action read(Arguments arguments) {
        ConntrackUpdate update = new ConntrackUpdate(arguments);
        ZONES.stream().flatMap(z -> arguments.values(z).stream()).findFirst().ifPresent(w -> {
            throw arguments.line().problem(Code.UNKNOWN_OPTION, w, "-U takes no zone");
        });
        Predicate<Connection> filter = ConntrackFilter.readUnchangeable(arguments);
        Optional<Long> nanos = arguments.value("-t").map(w -> SECOND * TIMEOUT.readLong(arguments.line(), w));
        update.changes();
        return session -> update.run(session, filter, nanos);
    }

    private void changes() {
        for (Word word : arguments.values("-m")) {
            ConntrackWords.Mark mark = ConntrackWords.mark(line, word);
            changes.add(c -> c.withMark(mark.appliedTo(c.mark())));
        }
        for (Word word : arguments.values("-u")) {
            int bits = ConntrackWords.statuses(line, word);
            changes.add(c -> c.withStatus(c.status() | bits));
        }
        for (Word word : arguments.values("--state")) {
            TcpState state = ConntrackWords.tcpState(line, word);
            changes.add(c -> inState(c, state));
        }
    }

    private static Connection inState(Connection c, TcpState state) {
        return c.tracking() instanceof TcpTracking tcp ? c.withTracking(tcp.set(state)) : c;
    }

    private Connection changed(Connection c, Optional<Long> expiry) {
        Connection now = c;
        for (UnaryOperator<Connection> change : changes) {
            now = change.apply(now);
        }
        return expiry.isPresent() ? now.withExpiry(expiry.get()) : now;
    }

    private Optional<Diagnostic> run(Session session, Predicate<Connection> filter, Optional<Long> nanos) {
        Optional<Long> expiry = nanos.map(n -> session.world().now() + n);
        List<Connection> done = new ArrayList<>();
        for (Connection c : ConntrackCommand.found(session, line, filter)) {
            if (!changed(c, expiry).equals(c)) {
                if (!knowsFamily()) {
                    session.print("Operation failed: Operation not supported\n");
                    return Optional.of(line.refusal(ConntrackCommand.FAILED + "Operation not supported"));
                }
                Optional<Connection> meant = meant(session, c);
                meant.map(m -> changed(m, expiry)).ifPresent(done::add);
                if (meant.isEmpty()) {
                    session.print("Operation failed: No such file or directory\n");
                }
            }
        }
        done.forEach(c -> session.emit(new ConnectionEvent.Inserted(line.namespace(), c)));
        return done.isEmpty()
                ? ConntrackCommand.nothing(arguments, "updated")
                : ConntrackCommand.answer(session, arguments, done, "updated");
    }

    /** The tool asks the kernel for the one of no zone. */
    private Optional<Connection> meant(Session session, Connection c) {
        ConntrackTable table = session.world().netfilter(line.namespace()).connections();
        return c.zone().idFor(Direction.ORIGINAL) == 0
                ? Optional.of(c)
                : table.find(0, c.original()).map(ConntrackTable.Hit::connection);
    }

    /** The kernel changes nothing without being told whether IPv4 or IPv6 is meant. */
    private boolean knowsFamily() {
        boolean translated = TRANSLATIONS.stream()
                .flatMap(o -> arguments.values(o).stream())
                .anyMatch(w -> !w.text().startsWith("-"));
        return translated || OF_A_FAMILY.stream().anyMatch(arguments::has);
    }
}
