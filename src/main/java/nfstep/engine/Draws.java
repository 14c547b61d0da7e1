package nfstep.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
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
    /** A choice of the lab that cannot be drawn here, and what can, in words. */
    public record Misfit(ChosenDraw chosen, String range) {}

    /** The draws that a packet needs. */
    static Draws of(Run run, At at) {
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

    /** What the lab chose for this draw, if it did; one that is not from there is told, and not drawn. */
    public OptionalLong chosen(DrawKind kind, long first, long last) {
        Optional<ChosenDraw> next = run.world().draws().next(namespace, kind);
        return next.isPresent() ? taken(next.get(), first, last) : OptionalLong.empty();
    }

    private OptionalLong taken(ChosenDraw draw, long first, long last) {
        String range = first + "-" + last;
        String where = draw.kind().where() + " from " + range;
        List<Change> changes = List.of(new Change.DrawTaken(draw.number()));
        if (draw.value() < first || draw.value() > last) {
            run.misfit(new Misfit(draw, range));
            run.emit(tells.apply(
                    "the lab chose " + draw.value() + ", but " + where + " here: the seed decides", changes));
            return OptionalLong.empty();
        }
        run.emit(tells.apply(where + ": the lab chose " + draw.value(), changes));
        return OptionalLong.of(draw.value());
    }
}
