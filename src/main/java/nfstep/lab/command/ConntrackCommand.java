package nfstep.lab.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nfstep.conntrack.Connection;
import nfstep.event.ConnectionEvent;
import nfstep.source.Code;
import nfstep.source.Diagnostic;

/** {@code conntrack}: conntrack(8), as far as it is about the table of connections. */
final class ConntrackCommand {
    static final LabCommand COMMAND = new LabCommand(
            "conntrack",
            "conntrack -L|-D|-F|-C|-I [-p PROTO] [-s SRC] [-d DST] [-r SRC] [-q DST] [--sport N] [--dport N] ...",
            "lists, deletes or makes connections",
            "conntrack -L -p icmp",
            ConntrackCommand::read);

    private static final List<String> COMMANDS = List.of("-L", "-D", "-F", "-C", "-I");

    private ConntrackCommand() {}

    private static Action read(CommandLine line) {
        Arguments arguments = ConntrackFilter.options()
                .flag("-L", "--dump")
                .flag("-D", "--delete")
                .flag("-F", "--flush")
                .flag("-C", "--count")
                .flag("-I", "--create")
                .valued("-t", "--timeout")
                .valued("-u", "--status")
                .valued("--state")
                .read(line, 1);
        List<String> chosen = COMMANDS.stream().filter(arguments::has).toList();
        if (chosen.size() != 1) {
            throw line.problem(Code.SYNTAX, line.name(), "write one of " + String.join(", ", COMMANDS));
        }
        table(arguments);
        return switch (chosen.get(0)) {
            case "-L" -> list(arguments);
            case "-D" -> delete(arguments);
            case "-F" -> flush(arguments);
            case "-C" -> count(arguments);
            default -> ConntrackInsert.read(arguments);
        };
    }

    private static void table(Arguments arguments) {
        for (var word : arguments.operands()) {
            if (!word.is("conntrack")) {
                throw arguments
                        .line()
                        .problem(
                                Code.UNKNOWN_TABLE,
                                word,
                                "the table '" + word.text() + "' is not modelled",
                                "leave it out");
            }
        }
    }

    private static void onlyForInsert(Arguments arguments) {
        for (String option : List.of("-t", "-u", "--state")) {
            arguments.value(option).ifPresent(word -> {
                throw arguments.line().problem(Code.UNKNOWN_OPTION, word, option + " goes with -I only");
            });
        }
    }

    private static Action list(Arguments arguments) {
        onlyForInsert(arguments);
        Predicate<Connection> filter = ConntrackFilter.read(arguments);
        return session -> {
            List<String> lines =
                    ConntrackTableText.lines(session, arguments.line().namespace(), filter);
            session.print(String.join("", lines.stream().map(l -> l + "\n").toList()) + tail(lines.size(), "shown"));
            return Optional.empty();
        };
    }

    private static String tail(int count, String done) {
        return "conntrack v1.4.7 (conntrack-tools): " + count + " flow entries have been " + done + ".\n";
    }

    private static Action delete(Arguments arguments) {
        onlyForInsert(arguments);
        Predicate<Connection> filter = ConntrackFilter.read(arguments);
        return session -> {
            List<Connection> gone = found(session, arguments.line(), filter);
            if (gone.isEmpty()) {
                return Optional.of(arguments
                        .line()
                        .refusal("conntrack v1.4.7 (conntrack-tools): 0 flow entries have been deleted."));
            }
            List<String> lines =
                    ConntrackTableText.lines(session, arguments.line().namespace(), filter);
            remove(session, arguments.line(), gone);
            session.print(String.join("\n", lines) + "\n" + tail(gone.size(), "deleted"));
            return Optional.empty();
        };
    }

    private static Action flush(Arguments arguments) {
        onlyForInsert(arguments);
        Predicate<Connection> filter = ConntrackFilter.read(arguments);
        return session -> {
            remove(session, arguments.line(), found(session, arguments.line(), filter));
            session.print("conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.\n");
            return Optional.empty();
        };
    }

    private static Action count(Arguments arguments) {
        onlyForInsert(arguments);
        ConntrackFilter.none(arguments);
        return session -> {
            session.print(found(session, arguments.line(), c -> true).size() + "\n");
            return Optional.<Diagnostic>empty();
        };
    }

    private static List<Connection> found(Session session, CommandLine line, Predicate<Connection> filter) {
        return session.world().netfilter(line.namespace()).connections().all().stream()
                .filter(c -> c.isConfirmed() && filter.test(c))
                .toList();
    }

    private static void remove(Session session, CommandLine line, List<Connection> gone) {
        gone.forEach(c -> session.emit(new ConnectionEvent.Removed(line.namespace(), c)));
    }
}
