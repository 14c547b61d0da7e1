package nfstep.lab.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackTable;
import nfstep.conntrack.Tuple;
import nfstep.event.ConnectionEvent;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;

/** {@code conntrack}: conntrack(8), as far as it is about the table of connections. */
final class ConntrackCommand {
    static final LabCommand COMMAND = new LabCommand(
            "conntrack",
            "conntrack -L|-G|-D|-U|-F|-C|-I [expect] [-p PROTO] [-s SRC] [-d DST] [-r SRC] [-q DST] [--sport N] [--dport N] "
                    + "[--state S] [-u STATUS] [-m MARK] [-o extended,id] ...",
            "lists, deletes, changes or makes connections",
            "conntrack -L -p icmp",
            ConntrackCommand::read);

    private static final String VERSION = "conntrack v1.4.7 (conntrack-tools)";
    /** How the tool says that the kernel refuses. */
    static final String FAILED = VERSION + ": Operation failed: ";

    /** Times are only there for events, or where net.netfilter.nf_conntrack_timestamp is set. */
    private static final List<String> OUTPUTS = List.of("extended", "id", "timestamp", "ktimestamp");

    /** Connections of packets on their way, and those whose end could not be told: none while a command runs. */
    private static final List<String> EMPTY_AT_REST = List.of("unconfirmed", "dying");

    private static final List<String> COMMANDS = List.of("-L", "-G", "-D", "-U", "-F", "-C", "-I", "-V");

    private ConntrackCommand() {}

    private static Arguments arguments(CommandLine line) {
        return ConntrackFilter.options()
                .flag("-L", "--dump")
                .flag("-z", "--zero")
                .flag("-G", "--get")
                .flag("-U", "--update")
                .flag("-V", "--version")
                .flag("-D", "--delete")
                .flag("-F", "--flush")
                .flag("-C", "--count")
                .flag("-I", "--create")
                .valued("-t", "--timeout")
                .valued("-o", "--output")
                .read(line, 1);
    }

    private static Action read(CommandLine line) {
        Arguments arguments = arguments(line);
        List<String> chosen = COMMANDS.stream().filter(arguments::has).toList();
        if (chosen.size() != 1) {
            throw line.problem(Code.SYNTAX, line.name(), "write one of " + String.join(", ", COMMANDS));
        }
        String command = chosen.get(0);
        String table = table(arguments, command);
        onlyWhere(arguments, command);
        if (table.equals("expect")) {
            return ConntrackExpect.read(arguments, command);
        }
        if (EMPTY_AT_REST.contains(table)) {
            return session -> print(session, VERSION + ": 0 flow entries have been shown.\n");
        }
        return switch (command) {
            case "-L" -> list(arguments);
            case "-G" -> get(arguments);
            case "-D" -> delete(arguments);
            case "-U" -> ConntrackUpdate.read(arguments);
            case "-F" -> flush(arguments);
            case "-C" -> count(arguments);
            case "-V" -> session -> print(session, VERSION + "\n");
            default -> ConntrackInsert.read(arguments);
        };
    }

    /** The table that is meant. */
    private static String table(Arguments arguments, String command) {
        String table = "conntrack";
        for (Word word : arguments.operands()) {
            table = word.text();
            boolean known = table.equals("conntrack") || table.equals("expect");
            if (!known && !(EMPTY_AT_REST.contains(table) && command.equals("-L"))) {
                String what = "the table '" + table + "' is not modelled";
                throw arguments.line().problem(Code.UNKNOWN_TABLE, word, what, "leave it out");
            }
        }
        return table;
    }

    private static void onlyWhere(Arguments arguments, String command) {
        if (!List.of("-I", "-U").contains(command)) {
            arguments.value("-t").ifPresent(w -> {
                throw arguments.line().problem(Code.UNKNOWN_OPTION, w, "-t goes with -I and -U only");
            });
        }
        if (arguments.has("-z") && !command.equals("-L")) {
            throw arguments.line().problem(Code.UNKNOWN_OPTION, arguments.line().name(), "-z goes with -L only");
        }
        for (Word word : arguments.values("-o")) {
            for (String one : word.text().split(",", -1)) {
                if (!OUTPUTS.contains(one)) {
                    String hint = "write " + String.join(" or ", OUTPUTS);
                    throw arguments
                            .line()
                            .problem(Code.BAD_VALUE, word, "the output option '" + one + "' is not modelled", hint);
                }
            }
        }
    }

    static Optional<Diagnostic> print(Session session, String text) {
        session.print(text);
        return Optional.empty();
    }

    private static Action list(Arguments arguments) {
        if (arguments.has("-z")) {
            ConntrackFilter.none(arguments, "-z");
        }
        Predicate<Connection> filter = ConntrackFilter.read(arguments);
        return session -> {
            List<Connection> all = found(session, arguments.line(), filter);
            print(session, lines(session, arguments, all) + tail(all.size(), "shown"));
            if (arguments.has("-z")) {
                all.forEach(c -> zero(session, arguments.line().namespace(), c));
            }
            return Optional.empty();
        };
    }

    /** {@code -G}: the one of that tuple in either direction, but one of the reply direction is not shown. */
    private static Action get(Arguments arguments) {
        CommandLine line = arguments.line();
        Predicate<Connection> filter = ConntrackFilter.read(arguments);
        Tuple tuple = ConntrackInsert.original(arguments);
        return session -> {
            ConntrackTable table = session.world().netfilter(line.namespace()).connections();
            Optional<Connection> found = table.find(0, tuple).map(ConntrackTable.Hit::connection);
            if (found.isEmpty()) {
                return Optional.of(line.refusal(FAILED + "such conntrack doesn't exist"));
            }
            return found.filter(filter).isPresent()
                    ? answer(session, arguments, List.of(found.get()), "shown")
                    : nothing(arguments, "shown");
        };
    }

    /** The lines of connections that the kernel holds while it answers about them. */
    static Optional<Diagnostic> answer(Session session, Arguments arguments, List<Connection> all, String done) {
        String lines = lines(session, arguments, all).replaceAll("use=1(?=[ \n])", "use=2");
        return print(session, lines + tail(all.size(), done));
    }

    /** {@code IPCTNL_MSG_CT_GET_CTRZERO}: what is counted begins anew. */
    private static void zero(Session session, String namespace, Connection connection) {
        if (connection.counters().isPresent()) {
            session.emit(new ConnectionEvent.Inserted(namespace, connection.withCounters(Connection.Counters.ZERO)));
        }
    }

    private static String lines(Session session, Arguments arguments, List<Connection> all) {
        List<String> wanted = arguments.values("-o").stream()
                .flatMap(w -> List.of(w.text().split(",", -1)).stream())
                .toList();
        return all.stream()
                .map(c -> (wanted.contains("extended") ? layer3(c) : "")
                        + ConntrackTableText.line(session, c)
                        + (wanted.contains("id") ? " id=" + c.id() : "")
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String layer3(Connection c) {
        return c.original().source().family() == IpFamily.IPV4 ? "ipv4     2 " : "ipv6     10 ";
    }

    private static String tail(int count, String done) {
        return VERSION + ": " + count + " flow entries have been " + done + ".\n";
    }

    private static Action delete(Arguments arguments) {
        Predicate<Connection> filter = ConntrackFilter.read(arguments);
        return session -> {
            List<Connection> gone = found(session, arguments.line(), filter);
            if (gone.isEmpty()) {
                return nothing(arguments, "deleted");
            }
            String lines = lines(session, arguments, gone);
            remove(session, arguments.line(), gone);
            return print(session, lines + tail(gone.size(), "deleted"));
        };
    }

    /** The command fails if it does nothing. */
    static Optional<Diagnostic> nothing(Arguments arguments, String what) {
        return Optional.of(arguments.line().refusal(VERSION + ": 0 flow entries have been " + what + "."));
    }

    private static Action flush(Arguments arguments) {
        ConntrackFilter.none(arguments, "-F");
        return session -> {
            remove(session, arguments.line(), found(session, arguments.line(), c -> true));
            return print(session, VERSION + ": connection tracking table has been emptied.\n");
        };
    }

    private static Action count(Arguments arguments) {
        ConntrackFilter.none(arguments, "-C");
        return session ->
                print(session, found(session, arguments.line(), c -> true).size() + "\n");
    }

    static List<Connection> found(Session session, CommandLine line, Predicate<Connection> filter) {
        return session.world().netfilter(line.namespace()).connections().all().stream()
                .filter(c -> c.isListed() && filter.test(c))
                .toList();
    }

    private static void remove(Session session, CommandLine line, List<Connection> gone) {
        gone.forEach(c -> session.emit(new ConnectionEvent.Removed(line.namespace(), c)));
    }
}
