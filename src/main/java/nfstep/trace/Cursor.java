package nfstep.trace;

import java.util.Optional;

/** A place in a walk, from which others are found. */
public record Cursor(Walk walk, Position position) {
    public Cursor {
        if (!walk.has(position)) {
            throw new IllegalArgumentException("no such step: " + position);
        }
    }

    /** At the first step of a walk that has one. */
    public static Cursor atStart(Walk walk) {
        return new Cursor(walk, walk.first());
    }

    /** Where a move leads, if there is such a place. */
    public Optional<Position> target(Move move, Way way) {
        return move.from(walk, position, way);
    }

    /** The cursor after a move, if there is such a place. */
    public Optional<Cursor> moved(Move move, Way way) {
        return target(move, way).map(this::at);
    }

    /** The cursor at another step. */
    public Cursor at(Position other) {
        return new Cursor(walk, other);
    }

    /** What there is to see. */
    public Scene scene() {
        return walk.at(position);
    }

    /** What a user reads. */
    public StepView view() {
        return StepView.of(walk, position);
    }
}
