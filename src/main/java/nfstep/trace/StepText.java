package nfstep.trace;

import java.util.Locale;
import java.util.Optional;
import nfstep.event.Event;
import nfstep.event.RuleEvent;

/** A step in one line, for lists of many: without evidence, which takes longer to find again. */
public final class StepText {
    private StepText() {}

    /** What a list says of a step of that event. */
    public static String of(Event event, Position position) {
        return event instanceof RuleEvent.RulesPassed passed
                ? "rule " + (passed.from() + position.offset()) + " of "
                        + passed.chain().path() + " does not match"
                : event.sentence();
    }

    /**
     * The next step in that way whose line has a text; upper and lower case are alike.
     *
     * @throws Progress.Interrupted if whoever watches ends the search
     */
    public static Optional<Position> find(Walk walk, Position from, Wanted wanted, Progress progress) {
        String text = wanted.text().toLowerCase(Locale.ROOT);
        Way way = wanted.way();
        Position position = from;
        for (long steps = 1; ; steps++) {
            Optional<Position> next = way == Way.FORWARD ? walk.next(position) : walk.previous(position);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            position = next.get();
            progress.at(steps, "steps");
            if (of(walk.event(position.event()), position)
                    .toLowerCase(Locale.ROOT)
                    .contains(text)) {
                return next;
            }
        }
    }

    /** A text, and in which way it is looked for. */
    public record Wanted(String text, Way way) {}
}
