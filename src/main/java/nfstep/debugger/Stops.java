package nfstep.debugger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The breakpoints of a session, numbered from 1 in the order in which they were set; a number is never given twice.
 *
 * @param next the number that the next one gets
 */
public record Stops(List<Stop> stops, int next) {
    /** One breakpoint with its number. */
    public record Stop(int number, Breakpoint breakpoint, boolean enabled) {}

    /** No breakpoint. */
    public static final Stops NONE = new Stops(List.of(), 1);

    public Stops {
        stops = List.copyOf(stops);
    }

    /** These and one more. */
    public Stops with(Breakpoint breakpoint) {
        var all = new java.util.ArrayList<>(stops);
        all.add(new Stop(next, breakpoint, true));
        return new Stops(all, next + 1);
    }

    /** These without the one of that number. */
    public Stops without(int number) {
        return new Stops(stops.stream().filter(s -> s.number() != number).toList(), next);
    }

    /** The number of an equal breakpoint, if there is one. */
    public OptionalInt numberOf(Breakpoint breakpoint) {
        return stops.stream()
                .filter(s -> s.breakpoint().equals(breakpoint))
                .mapToInt(Stop::number)
                .findFirst();
    }

    /** These with that one set, or removed if it was set. */
    public Stops toggled(Breakpoint breakpoint) {
        OptionalInt number = numberOf(breakpoint);
        return number.isPresent() ? without(number.getAsInt()) : with(breakpoint);
    }

    /** The one of that number. */
    public Optional<Stop> find(int number) {
        return stops.stream().filter(s -> s.number() == number).findFirst();
    }

    /** These with the one of that number enabled, or not. */
    public Stops enabling(int number, boolean enabled) {
        return new Stops(
                stops.stream()
                        .map(s -> s.number() == number ? new Stop(number, s.breakpoint(), enabled) : s)
                        .toList(),
                next);
    }

    /** Those that stop a walk. */
    public List<Stop> enabled() {
        return stops.stream().filter(Stop::enabled).toList();
    }
}
