package nfstep.trace;

/**
 * A step of a walk.
 *
 * @param event the number of its event, from 0
 * @param offset which of the rules that the event passed over, from 0; 0 for all other events
 */
public record Position(int event, int offset) implements Comparable<Position> {
    public Position {
        if (event < 0 || offset < 0) {
            throw new IllegalArgumentException("no such position: " + event + "+" + offset);
        }
    }

    /** The first step of an event. */
    public static Position of(int event) {
        return new Position(event, 0);
    }

    @Override
    public int compareTo(Position other) {
        return event != other.event ? Integer.compare(event, other.event) : Integer.compare(offset, other.offset);
    }
}
