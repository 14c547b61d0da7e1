package nfstep.lab.command;

import java.util.Optional;

/** {@code sleep N}: virtual time passes. */
final class SleepCommand {
    static final LabCommand COMMAND = new LabCommand(
            "sleep",
            "sleep SECONDS",
            "lets virtual time pass: timers fire, connections expire",
            "sleep 30",
            SleepCommand::read);

    private SleepCommand() {}

    private static Action read(CommandLine line) {
        long nanos = Values.nanos(line, line.word(1, "the number of seconds"));
        Options.none().read(line, 1).atMost(1);
        return session -> {
            session.run().pass(nanos);
            return Optional.empty();
        };
    }
}
