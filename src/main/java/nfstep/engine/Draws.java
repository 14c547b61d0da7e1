package nfstep.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;
import nfstep.event.At;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.event.PathEvent;
import nfstep.state.Change;
import nfstep.state.ChosenDraw;
import nfstep.state.DrawKind;

/**
 * What is drawn at random in a namespace: what the lab chose, or else what follows from the seed.
 *
 * @param tells makes the event that says of a choice, and what it changes
 */
public record Draws(Run run, String namespace, BiFunction<String, List<Change>, Event> tells) {
    /** A choice of the lab that cannot be drawn here, and what can. */
    public record Misfit(ChosenDraw chosen, Range range) {}

    /**
     * What can be drawn.
     *
     * @param words that say so, behind {@code from}
     */
    public record Range(LongPredicate permitted, String words) {
        /** All numbers from the first to the last. */
        static Range of(long first, long last) {
            return new Range(value -> value >= first && value <= last, first + "-" + last);
        }

        /** All numbers that may ever be drawn. */
        static Range of(DrawKind kind) {
            return new Range(value -> value >= kind.least() && value <= kind.most(), kind.range());
        }

        /** Those of them that are something else, too: {@code the free ones of 1-9}. */
        Range those(String what, LongPredicate also) {
            return new Range(permitted.and(also), "the " + what + " ones of " + words);
        }
    }

    /** The draws that a packet needs. */
    public static Draws of(Run run, At at) {
        return new Draws(run, at.namespace(), (what, changes) -> new PathEvent.Noted(at, what, changes));
    }

    /** The draws that a program needs. */
    public static Draws of(Run run, String namespace) {
        return new Draws(run, namespace, CommandEvent.Booked::new);
    }

    /** A number from 0 to {@code bound - 1} that follows from the seed. */
    public int seeded(String key, int bound) {
        return run.entropy().draw(key, bound);
    }

    /** What the lab chose for this draw, if it did. */
    OptionalLong chosen(DrawKind kind) {
        return chosen(kind, Range.of(kind));
    }

    /** A number of that kind, which follows from the seed if the lab chose none. */
    public long draw(DrawKind kind, String key) {
        return draw(kind, Range.of(kind), key);
    }

    /** The same; the lab may choose from that range. */
    long draw(DrawKind kind, Range range, String key) {
        return chosen(kind, range).orElseGet(() -> kind.least() + seeded(key, kind.count()));
    }

    /** What the lab chose for this draw, if it did; one that is not from there is told, and not drawn. */
    OptionalLong chosen(DrawKind kind, Range range) {
        Optional<ChosenDraw> next = run.world().draws().next(namespace, kind);
        return next.isPresent() ? taken(next.get(), range) : OptionalLong.empty();
    }

    private OptionalLong taken(ChosenDraw draw, Range range) {
        String where = draw.kind().where() + " from " + range.words();
        String value = draw.kind().text(draw.value());
        List<Change> changes = List.of(new Change.DrawTaken(draw.number()));
        if (!range.permitted().test(draw.value())) {
            run.misfit(new Misfit(draw, range));
            run.emit(tells.apply("the lab chose " + value + ", but " + where + " here: the seed decides", changes));
            return OptionalLong.empty();
        }
        run.emit(tells.apply(where + ": the lab chose " + value, changes));
        return OptionalLong.of(draw.value());
    }
}
