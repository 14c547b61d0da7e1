package nfstep.lab.command;

import nfstep.source.Parsed;

/** Takes over what the parsers of other packages found. */
final class Reading {
    private Reading() {}

    /** The value, or the first problem on its way up. */
    static <T> T value(Parsed<T> parsed) {
        return parsed.value().orElseThrow(() -> new Problem(parsed.diagnostics().get(0)));
    }
}
