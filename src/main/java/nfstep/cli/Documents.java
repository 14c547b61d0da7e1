package nfstep.cli;

import java.util.List;
import nfstep.debugger.BreakpointText;
import nfstep.debugger.Session;
import nfstep.debugger.Stops;
import nfstep.trace.TraceDocument;

/** Sessions as trace documents, and back. */
final class Documents {
    private Documents() {}

    /** The session that a document holds; a breakpoint that cannot be read is left out. */
    static Session session(String name, TraceDocument document) {
        List<Stops.Stop> stops = document.breakpoints().stream()
                .flatMap(b -> BreakpointText.parse(b.text()).value().stream()
                        .map(place -> new Stops.Stop(b.number(), place, b.enabled())))
                .toList();
        return new Session(
                name,
                document.walk(),
                document.cursor(),
                new Stops(stops, document.nextBreakpoint()),
                document.notes(),
                document.checks(),
                false);
    }

    /** The document that keeps a session. */
    static TraceDocument document(Session session) {
        List<TraceDocument.Breakpoint> breakpoints = session.stops().stops().stream()
                .map(s ->
                        new TraceDocument.Breakpoint(s.number(), s.breakpoint().text(), s.enabled()))
                .toList();
        return new TraceDocument(
                session.walk(),
                session.position(),
                breakpoints,
                session.stops().next(),
                session.notes(),
                session.checks());
    }
}
