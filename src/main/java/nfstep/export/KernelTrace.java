package nfstep.export;

import java.util.function.Consumer;
import nfstep.source.Printable;
import nfstep.trace.TraceLog;
import nfstep.trace.Walk;

/** A walk as the kernel's log would show it. */
public final class KernelTrace {
    private KernelTrace() {}

    /** The lines of one namespace. */
    public static void of(Walk walk, String namespace, Consumer<String> lines) {
        TraceLog.of(walk, line -> {
            if (line.namespace().equals(namespace)) {
                lines.accept(Printable.line(line.text()));
            }
        });
    }

    /** The lines of all namespaces, each with the name of its own before it. */
    public static void ofAll(Walk walk, Consumer<String> lines) {
        TraceLog.of(
                walk,
                line -> lines.accept("[" + Printable.line(line.namespace()) + "] " + Printable.line(line.text())));
    }
}
