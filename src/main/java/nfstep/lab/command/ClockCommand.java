package nfstep.lab.command;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nfstep.event.CommandEvent;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.state.Change;

/** {@code clock DATE}: sets the virtual date, which {@code -m time} compares. On a kernel it does nothing. */
final class ClockCommand {
    static final LabCommand COMMAND = new LabCommand(
            "clock",
            "clock YYYY-MM-DDThh:mm[:ss]",
            "sets the date, UTC, that -m time compares; no timer fires",
            "clock 2026-03-01T22:00",
            ClockCommand::read);

    private static final String WRITTEN = "uuuu-MM-dd'T'HH:mm[:ss]";

    private ClockCommand() {}

    private static Action read(CommandLine line) {
        Arguments arguments = Options.none().read(line, 1);
        LocalDateTime date = date(line, arguments.operand(0, "the date"));
        arguments.atMost(1);
        return session -> {
            session.emit(new CommandEvent.Booked(
                    "the clock is set to " + date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ROOT) + " "
                            + date.toLocalDate() + " " + DateTimeFormatter.ISO_LOCAL_TIME.format(date) + " UTC",
                    List.of(new Change.DateSet(date.toEpochSecond(ZoneOffset.UTC)))));
            return Optional.empty();
        };
    }

    private static LocalDateTime date(CommandLine line, Word word) {
        try {
            DateTimeFormatter form =
                    DateTimeFormatter.ofPattern(WRITTEN, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
            LocalDateTime date = LocalDateTime.parse(word.text(), form);
            if (date.getYear() >= 1970 && date.getYear() <= 2038) {
                return date;
            }
        } catch (DateTimeException none) {
            throw refusal(line, word);
        }
        throw refusal(line, word);
    }

    private static Problem refusal(CommandLine line, Word word) {
        return line.problem(
                Code.BAD_VALUE,
                word,
                "'" + word.text() + "' is no date from 1970 to 2038",
                "write it as 2026-03-01T22:00 or 2026-03-01T22:00:30, in UTC");
    }
}
