package nfstep.debugger;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.event.Event;
import nfstep.trace.Move;
import nfstep.trace.Position;
import nfstep.trace.Walk;
import nfstep.trace.Way;

/** Where {@code continue} stops: at a breakpoint; where none is set, at the next verdict on a packet. */
final class Continue {
    /** Where it stopped, and the number of the breakpoint if one stopped it. */
    record Stopped(Position position, OptionalInt breakpoint) {}

    private final Walk walk;
    private final Stops stops;
    private final Way way;

    Continue(Walk walk, Stops stops, Way way) {
        this.walk = walk;
        this.stops = stops;
        this.way = way;
    }

    /** The stop after that step; at the end of the walk if nothing stops it before. */
    Stopped from(Position position) {
        if (stops.enabled().isEmpty()) {
            Position next = Move.VERDICT.from(walk, position, way).orElseGet(this::end);
            return new Stopped(next, OptionalInt.empty());
        }
        int sign = way == Way.FORWARD ? 1 : -1;
        for (int i = position.event(); i >= 0 && i < walk.size(); i += sign) {
            Optional<Stopped> stopped = at(i, position);
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        return new Stopped(end(), OptionalInt.empty());
    }

    private Position end() {
        return way == Way.FORWARD ? walk.last() : walk.first();
    }

    private Optional<Stopped> at(int number, Position from) {
        Event event = walk.event(number);
        for (Stops.Stop stop : stops.enabled()) {
            OptionalInt offset = stop.breakpoint().hit(event);
            if (offset.isPresent()) {
                Position place = new Position(number, offset.getAsInt());
                if (place.compareTo(from) * (way == Way.FORWARD ? 1 : -1) > 0) {
                    return Optional.of(new Stopped(place, OptionalInt.of(stop.number())));
                }
            }
        }
        return Optional.empty();
    }
}
