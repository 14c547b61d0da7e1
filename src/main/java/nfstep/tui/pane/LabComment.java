package nfstep.tui.pane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.source.SourceText;

/** What the author of a lab wrote above a command, and what heads the whole lab. */
final class LabComment {
    private LabComment() {}

    /**
     * The lines of the comment, without their signs; none for an event that is no command of a lab.
     *
     * @param begun whether a packet was sent before: what heads a lab is read before its first packet, not again later
     */
    static List<String> at(SourceText lab, Event event, boolean begun) {
        if (!(event instanceof CommandEvent.CommandStarted command) || command.line() < 1) {
            return List.of();
        }
        List<String> above = above(lab.text(), command.line());
        List<String> heading = begun ? List.of() : heading(lab.text());
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

    /** A lab may have hundreds of thousands of lines, so only those above the command are looked at. */
    private static List<String> above(String lab, int line) {
        Deque<String> comment = new ArrayDeque<>();
        int end = beginOf(line, lab);
        while (end > 0) {
            int begin = lab.lastIndexOf('\n', end - 2) + 1;
            String text = lab.substring(begin, end).stripTrailing();
            if (!isComment(text)) {
                break;
            }
            comment.addFirst(text(text));
            end = begin;
        }
        return paragraphs(comment);
    }

    private static int beginOf(int line, String lab) {
        int begin = 0;
        for (int i = 1; i < line; i++) {
            int end = lab.indexOf('\n', begin);
            if (end < 0) {
                return 0;
            }
            begin = end + 1;
        }
        return begin;
    }

    private static List<String> heading(String lab) {
        return paragraphs(lab.lines()
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
        return line.isBlank() || ListItem.begins(line.strip());
    }

    private static boolean isComment(String line) {
        return line.strip().startsWith("#");
    }

    private static String text(String line) {
        String text = line.strip();
        return text.substring(text.startsWith("# ") ? 2 : text.startsWith("#") ? 1 : 0);
    }
}
