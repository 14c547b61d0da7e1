package nfstep.trace;

import java.util.List;

/**
 * A walk with what somebody left in it: what a trace file holds.
 *
 * @param cursor the step that was looked at; means nothing where the walk is empty
 * @param breakpoints in the order in which they were set
 * @param nextBreakpoint the number that the next one gets
 * @param checks what the walk was checked against
 */
public record TraceDocument(
        Walk walk,
        Position cursor,
        List<Breakpoint> breakpoints,
        int nextBreakpoint,
        List<Note> notes,
        List<Check> checks) {
    /** A breakpoint as a user writes it. */
    public record Breakpoint(int number, String text, boolean enabled) {}

    /** A remark at a step. */
    public record Note(Position position, String text) {}

    public TraceDocument {
        breakpoints = List.copyOf(breakpoints);
        notes = List.copyOf(notes);
        checks = List.copyOf(checks);
        if (!walk.isEmpty() && !walk.has(cursor)) {
            throw new IllegalArgumentException("the cursor is at no step of the walk: " + cursor);
        }
        for (Note note : notes) {
            if (!walk.has(note.position())) {
                throw new IllegalArgumentException("a note is at no step of the walk: " + note.position());
            }
        }
        for (Check check : checks) {
            if (check.events() > walk.size()) {
                throw new IllegalArgumentException("a check of " + check.events() + " events, more than there are");
            }
        }
    }

    /** A walk at its start, without breakpoints and notes. */
    public static TraceDocument of(Walk walk) {
        return new TraceDocument(walk, Position.of(0), List.of(), 1, List.of(), List.of());
    }
}
