package nfstep.lab.command;

import java.util.Map;
import java.util.Optional;
import nfstep.parse.Word;

/** {@code sleep N}: virtual time passes; sleep(1) of coreutils. */
final class SleepCommand {
    static final LabCommand COMMAND = new LabCommand(
            "sleep",
            "sleep SECONDS[s|m|h]",
            "lets virtual time pass: timers fire, connections expire",
            "sleep 30",
            SleepCommand::read);

    private static final Map<Character, Long> UNITS = Map.of('s', 1L, 'm', 60L, 'h', 3600L);

    private SleepCommand() {}

    private static Action read(CommandLine line) {
        Arguments arguments = Options.none().read(line, 1);
        arguments.operand(0, "the number of seconds");
        long nanos =
                arguments.operands().stream().mapToLong(w -> nanos(line, w)).reduce(0, Math::addExact);
        return session -> {
            session.run().pass(nanos);
            return Optional.empty();
        };
    }

    private static long nanos(CommandLine line, Word word) {
        String text = word.text();
        long unit = text.isEmpty() ? 0 : UNITS.getOrDefault(text.charAt(text.length() - 1), 0L);
        return unit == 0
                ? Values.nanos(line, word)
                : unit * Values.nanos(line, new Word(text.substring(0, text.length() - 1), word.span()));
    }
}
