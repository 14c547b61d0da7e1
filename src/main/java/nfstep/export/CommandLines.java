package nfstep.export;

import java.util.Optional;
import nfstep.event.CommandEvent;

/** What a report says of the events of commands. */
final class CommandLines {
    private CommandLines() {}

    /** The first line of a command as it was written, with its place. */
    static String command(CommandEvent.CommandStarted started) {
        String place = started.line() == 0 ? "" : "  # " + started.source() + ":" + started.line();
        String where = started.namespace().equals("host") ? "" : "[" + started.namespace() + "] ";
        int end = started.text().indexOf('\n');
        String text = end < 0 ? started.text() : started.text().substring(0, end) + " ...";
        return where + "$ " + text + place;
    }

    /** What a command does or prints; none for what only a verbose report tells. */
    static Optional<String> effect(CommandEvent event, Detail detail) {
        if (event instanceof CommandEvent.Printed printed) {
            return Optional.of(printed.text().stripTrailing());
        }
        boolean quiet = event instanceof CommandEvent.NetworkChanged
                || event instanceof CommandEvent.RulesChanged
                || event instanceof CommandEvent.TableOpened
                || event instanceof CommandEvent.Booked;
        return quiet && detail != Detail.VERBOSE ? Optional.empty() : Optional.of(event.sentence());
    }
}
