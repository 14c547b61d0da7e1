package nfstep.trace.json;

import java.util.List;
import nfstep.trace.Check;
import nfstep.trace.Position;
import nfstep.trace.TraceDocument;
import nfstep.trace.TraceDocument.Breakpoint;
import nfstep.trace.TraceDocument.Note;
import nfstep.trace.Walk;

/** The last section of a trace file: what somebody left in the walk. */
record Session(
        Position cursor, List<Breakpoint> breakpoints, int nextBreakpoint, List<Note> notes, List<Check> checks) {
    /** Event and offset, both from 0. */
    private static final Codec<Position> POSITION = Codec.tuple(
            2,
            at -> List.of(new Json.Whole(at.event()), new Json.Whole(at.offset())),
            in -> new Position(in.get(0).integer(), in.get(1).integer()));

    private static final Codec<Breakpoint> BREAKPOINT = Codec.object(
            (it, out) ->
                    out.number("number", it.number()).text("text", it.text()).flag("enabled", it.enabled()),
            in -> new Breakpoint(in.integer("number"), in.text("text"), in.flag("enabled")));

    private static final Codec<Note> NOTE = Codec.object(
            (note, out) -> out.put("at", POSITION, note.position()).text("text", note.text()),
            in -> new Note(in.get("at", POSITION), in.text("text")));

    static final Codec<Session> CODEC = Codec.object(
            (it, out) -> out.put("cursor", POSITION, it.cursor())
                    .list("breakpoints", BREAKPOINT, it.breakpoints())
                    .number("nextBreakpoint", it.nextBreakpoint())
                    .list("notes", NOTE, it.notes())
                    .list("checks", Checks.CODEC, it.checks()),
            in -> new Session(
                    in.get("cursor", POSITION),
                    in.list("breakpoints", BREAKPOINT),
                    in.integer("nextBreakpoint"),
                    in.list("notes", NOTE),
                    in.list("checks", Checks.CODEC)));

    static Session of(TraceDocument document) {
        return new Session(
                document.cursor(),
                document.breakpoints(),
                document.nextBreakpoint(),
                document.notes(),
                document.checks());
    }

    TraceDocument of(Walk walk) {
        return new TraceDocument(walk, cursor, breakpoints, nextBreakpoint, notes, checks);
    }
}
