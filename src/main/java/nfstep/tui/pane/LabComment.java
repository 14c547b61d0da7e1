package nfstep.tui.pane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import nfstep.debugger.Session;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.trace.Walk;

/** What the author of a lab wrote above a command, and what heads the whole lab. */
final class LabComment {
    private LabComment() {}

    /** The lines of the comment, without their signs; none for an event that is no command of a lab. */
    static List<String> at(Walk walk, Event event) {
        if (!(event instanceof CommandEvent.CommandStarted command) || command.line() < 1) {
            return List.of();
        }
        List<String> lab = walk.lab().text().lines().toList();
        List<String> above = above(lab, command.line() - 2);
        List<String> heading = isBehindTheBeginning(walk, command) ? List.of() : heading(lab);
        if (above.isEmpty() || heading.equals(above)) {
            return heading;
        }
        if (heading.isEmpty()) {
            return above;
        }
        List<String> both = new ArrayList<>(above);
        both.add("");
        both.addAll(heading);
        return List.copyOf(both);
    }

    /** What heads a lab is read before its first packet, and not again at each command. */
    private static boolean isBehindTheBeginning(Walk walk, CommandEvent.CommandStarted command) {
        return walk.event(Session.beginning(walk).event()) instanceof CommandEvent.CommandStarted first
                && command.line() > first.line();
    }

    private static List<String> above(List<String> lab, int from) {
        Deque<String> comment = new ArrayDeque<>();
        for (int i = Math.min(from, lab.size() - 1); i >= 0 && isComment(lab.get(i)); i--) {
            comment.addFirst(text(lab.get(i)));
        }
        return paragraphs(comment);
    }

    private static List<String> heading(List<String> lab) {
        return paragraphs(lab.stream()
                .takeWhile(LabComment::isComment)
                .map(LabComment::text)
                .toList());
    }

    /** A pane has another width than the file, so what belongs together becomes one line, which is broken there. */
    private static List<String> paragraphs(Collection<String> lines) {
        List<String> paragraphs = new ArrayList<>();
        String last = "";
        for (String line : lines) {
            boolean goesOn = !last.isBlank() && !begins(line) && (!line.startsWith(" ") || begins(last));
            if (goesOn) {
                paragraphs.remove(paragraphs.size() - 1);
            }
            last = goesOn ? last + " " + line.strip() : line;
            paragraphs.add(last);
        }
        return List.copyOf(paragraphs);
    }

    /** Whether a line is blank, an item of a list, or a line of a table. */
    private static boolean begins(String line) {
        return line.isBlank() || line.strip().matches("(-|[*]|[0-9]+[.)]) .*");
    }

    private static boolean isComment(String line) {
        return line.strip().startsWith("#");
    }

    private static String text(String line) {
        return line.strip().replaceFirst("^# ?", "");
    }
}
