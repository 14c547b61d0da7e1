package nfstep.parse;

import java.util.List;
import java.util.Optional;
import nfstep.source.Span;

/**
 * One command of a lab as it is written, before anybody asks what it means.
 *
 * @param text the command with its here-document, as it stands in the lab
 * @param assignments what stands before the command
 * @param words the command and its arguments, at least one
 * @param document what it reads from the lines below it
 * @param background whether an {@code &} ends it
 */
public record LabLine(
        String text,
        List<Assignment> assignments,
        List<Word> words,
        Optional<HereDocument> document,
        boolean background) {
    public LabLine {
        assignments = List.copyOf(assignments);
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a line without a command: " + text);
        }
    }

    /** The number of the line that it begins on, from 1. */
    public int line() {
        return (assignments.isEmpty() ? words.get(0).span() : assignments.get(0).span()).line();
    }

    /** Where the name of the command stands. */
    public Span place() {
        return words.get(0).span();
    }
}
