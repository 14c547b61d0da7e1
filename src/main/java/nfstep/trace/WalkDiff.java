package nfstep.trace;

import java.util.Optional;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.event.RuleEvent;

/** Where two walks part. Where a rule was written and how a change is built do not count, what they say does. */
public final class WalkDiff {
    /**
     * The first event that is not the same.
     *
     * @param event its number in both walks
     * @param left the event of the first walk, none if that one ended
     * @param right the event of the second walk, none if that one ended
     */
    public record Difference(int event, Optional<Event> left, Optional<Event> right) {
        /** In words. */
        public String sentence() {
            return "event " + (event + 1) + " is \"" + words(left) + "\" in one and \"" + words(right)
                    + "\" in the other";
        }

        private static String words(Optional<Event> event) {
            return event.map(Event::sentence).orElse("(the end)");
        }
    }

    private WalkDiff() {}

    /** The first difference of two walks, if there is one. */
    public static Optional<Difference> first(Walk left, Walk right) {
        int both = Math.min(left.size(), right.size());
        for (int i = 0; i < both; i++) {
            if (!same(left.event(i), right.event(i))) {
                return Optional.of(new Difference(i, Optional.of(left.event(i)), Optional.of(right.event(i))));
            }
        }
        return left.size() == right.size()
                ? Optional.empty()
                : Optional.of(new Difference(both, event(left, both), event(right, both)));
    }

    private static Optional<Event> event(Walk walk, int number) {
        return number < walk.size() ? Optional.of(walk.event(number)) : Optional.empty();
    }

    /** Whether two events say the same. */
    static boolean same(Event a, Event b) {
        if (a instanceof RuleEvent.RuleMatched x && b instanceof RuleEvent.RuleMatched y) {
            return x.at().equals(y.at())
                    && x.chain().equals(y.chain())
                    && x.number() == y.number()
                    && x.length() == y.length()
                    && x.rule().sameAs(y.rule());
        }
        if (a instanceof CommandEvent.RulesChanged x && b instanceof CommandEvent.RulesChanged y) {
            return x.namespace().equals(y.namespace())
                    && x.family() == y.family()
                    && x.text().equals(y.text());
        }
        if (a instanceof CommandEvent.NetworkChanged x && b instanceof CommandEvent.NetworkChanged y) {
            return x.text().equals(y.text());
        }
        return a.equals(b);
    }
}
