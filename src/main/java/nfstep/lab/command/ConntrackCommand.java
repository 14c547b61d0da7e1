package nfstep.lab.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nfstep.conntrack.Connection;
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
    private static final long SECOND = 1_000_000_000L;
    private static final Numbers TIMEOUT = new Numbers("timeout", 0, 0x7fff_ffffL);
    private static final Numbers MARK = new Numbers("mark", 0, 0xffff_ffffL);
    private static final List<String> OUTPUTS = List.of("extended", "id");
    private static final List<String> COMMANDS = List.of("-L", "-G", "-D", "-U", "-F", "-C", "-I", "-V");

    private ConntrackCommand() {}

    private static Action read(CommandLine line) {
        Arguments arguments = ConntrackFilter.options()
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
        List<String> chosen = COMMANDS.stream().filter(arguments::has).toList();
        if (chosen.size() != 1) {
            throw line.problem(Code.SYNTAX, line.name(), "write one of " + String.join(", ", COMMANDS));
        }
        String command = chosen.get(0);
        boolean expectations = table(arguments, command);
        onlyWhere(arguments, command);
        if (expectations) {
            return ConntrackExpect.read(arguments, command);
        }
        return switch (command) {
            case "-L", "-G" -> list(arguments);
            case "-D" -> delete(arguments);
            case "-U" -> update(arguments);
            case "-F" -> flush(arguments);
            case "-C" -> count(arguments);
            case "-V" -> session -> print(session, VERSION + "\n");
            default -> ConntrackInsert.read(arguments);
        };
    }

    /** Whether the table of expectations is meant; behind -I addresses may stand. */
    private static boolean table(Arguments arguments, String command) {
        for (Word word : arguments.operands()) {
            boolean known = word.is("conntrack") || word.is("expect");
            if (!known && !command.equals("-I")) {
                String hint = word.text().matches("[0-9.:]+") ? "write --src-nat=ADDRESS" : "leave it out";
                throw arguments
                        .line()
                        .problem(Code.UNKNOWN_TABLE, word, "the table '" + word.text() + "' is not modelled", hint);
            }
        }
        return arguments.operands().stream().anyMatch(w -> w.is("expect"));
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
    private static Optional<Diagnostic> nothing(Arguments arguments, String what) {
        return Optional.of(arguments.line().refusal(VERSION + ": 0 flow entries have been " + what + "."));
    }

    private static Action update(Arguments arguments) {
        CommandLine line = arguments.line();
        Predicate<Connection> filter = ConntrackFilter.readButMark(arguments);
        OptionalLong nanos = arguments.value("-t").stream()
                .mapToLong(w -> SECOND * TIMEOUT.readLong(line, w))
                .findFirst();
        Optional<Integer> mark = arguments.value("-m").map(w -> (int) MARK.readLong(line, w));
        return session -> {
            List<Connection> changed = found(session, line, filter).stream()
                    .map(c -> mark.map(c::withMark).orElse(c))
                    .map(c -> nanos.isPresent() ? c.withExpiry(session.world().now() + nanos.getAsLong()) : c)
                    .toList();
            if (changed.isEmpty()) {
                return nothing(arguments, "updated");
            }
            changed.forEach(c -> session.emit(new ConnectionEvent.Inserted(line.namespace(), c)));
            return print(session, lines(session, arguments, changed) + tail(changed.size(), "updated"));
        };
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

    private static List<Connection> found(Session session, CommandLine line, Predicate<Connection> filter) {
        return session.world().netfilter(line.namespace()).connections().all().stream()
                .filter(c -> c.isListed() && filter.test(c))
                .toList();
    }

    private static void remove(Session session, CommandLine line, List<Connection> gone) {
        gone.forEach(c -> session.emit(new ConnectionEvent.Removed(line.namespace(), c)));
    }
}
