package nfstep.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.lab.command.LabFiles;
import nfstep.source.Diagnostic;
import nfstep.source.SourceText;

/** A lab that ran to its end, for tests. */
record Played(LabRun run) {
    static Played of(String text) {
        return of(text, LabFiles.NONE);
    }

    static Played of(String text, LabFiles files) {
        LabRun run = new LabRun(Lab.parse(new SourceText("test.lab", text)).orElseThrow(), files);
        run.finish();
        return new Played(run);
    }

    List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < run.walk().size(); i++) {
            events.add(run.walk().event(i));
        }
        return events;
    }

    /** The sentences of all events, a line each. */
    String sentences() {
        return events().stream().map(Event::sentence).collect(Collectors.joining("\n"));
    }

    /** All that commands printed. */
    String printed() {
        return events().stream()
                .filter(CommandEvent.Printed.class::isInstance)
                .map(e -> ((CommandEvent.Printed) e).text())
                .collect(Collectors.joining());
    }

    /** Why the lab stopped, empty if it did not. */
    String stopped() {
        return run.stopped().map(Diagnostic::render).orElse("");
    }

    /** What expectations did not hold. */
    List<String> failures() {
        return run.failures().stream()
                .map(d -> d.message() + " [" + d.hint().orElse("") + "]")
                .toList();
    }

    double seconds() {
        return run.walk().end().world().now() / 1e9;
    }
}
