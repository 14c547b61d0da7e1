package nfstep.lab.command;

import nfstep.source.Diagnostic;

/** What is wrong with a command, on its way from the reader of a word to the reader of the whole. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    Problem(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
