package nfstep.parse.iptables;

import nfstep.source.Diagnostic;

/** Ends the reading of one command; never leaves this package, where it becomes a {@code Parsed} without a value. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    Problem(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
