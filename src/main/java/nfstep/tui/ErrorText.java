package nfstep.tui;

import nfstep.source.Diagnostic;

/** A problem of a command in one line: the message and what to write instead. */
final class ErrorText {
    private ErrorText() {}

    static String of(Diagnostic problem) {
        return problem.message() + problem.hint().map(h -> "; " + h).orElse("");
    }
}
