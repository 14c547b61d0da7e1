package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.source.Diagnostic;
import nfstep.source.Parsed;

/** The commands of the lab language. */
public final class Commands {
    /** All commands in the order in which help lists them. */
    public static final List<LabCommand> ALL = all();

    private static final List<String> NAMES = ALL.stream().map(LabCommand::name).toList();

    /** What a line is that could not be read. */
    private static final LabCommand REFUSED = new LabCommand("", "", "", "", line -> session -> Optional.empty());

    private Commands() {}

    private static List<LabCommand> all() {
        List<LabCommand> all =
                new ArrayList<>(List.of(NetworkCommands.IP, NetworkCommands.BRIDGE, NetworkCommands.SYSCTL));
        all.addAll(IptablesCommands.all());
        all.add(ConntrackCommand.COMMAND);
        all.addAll(List.of(
                PingCommand.COMMAND,
                TracerouteCommand.COMMAND,
                NcCommand.COMMAND,
                CurlCommand.COMMAND,
                SendCommand.COMMAND,
                TcpdumpCommand.COMMAND,
                ServerCommands.NGINX,
                ServerCommands.DOCKER_PROXY,
                ServerCommands.FUSER,
                DockerCommands.DAEMON,
                DockerCommands.CLIENT,
                SleepCommand.COMMAND,
                ClockCommand.COMMAND,
                RandomCommand.COMMAND,
                ModprobeCommand.COMMAND,
                ExpectCommand.COMMAND));
        return List.copyOf(all);
    }

    /** The command of that name. */
    public static Optional<LabCommand> named(String name) {
        return ALL.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Reads a line: which command it is, where it runs and what it does. */
    public static Parsed<Step> read(CommandLine written) {
        CommandLine line;
        try {
            line = NamespacePrefix.strip(written);
        } catch (Problem problem) {
            return Parsed.failed(problem.diagnostic());
        }
        Optional<LabCommand> command = named(line.name().text());
        return command.isPresent()
                ? command.get().read(line).map(action -> new Step(line, command.get(), action))
                : Parsed.failed(Unknown.command(line, NAMES));
    }

    /** Reads a line that must be refused: if it cannot be read, that is its refusal. */
    public static Parsed<Step> readToBeRefused(CommandLine written) {
        Parsed<Step> step = read(written);
        if (step.ok()) {
            return step;
        }
        Diagnostic reason = step.diagnostics().get(0);
        CommandLine line = stripped(written);
        LabCommand command = named(line.name().text()).orElse(REFUSED);
        return Parsed.of(new Step(line, command, session -> Optional.of(reason)));
    }

    private static CommandLine stripped(CommandLine written) {
        try {
            return NamespacePrefix.strip(written);
        } catch (Problem problem) {
            return written;
        }
    }
}
