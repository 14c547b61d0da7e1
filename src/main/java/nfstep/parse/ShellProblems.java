package nfstep.parse;

import java.util.ArrayList;
import java.util.List;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.SourceText;
import nfstep.source.Span;

/** The problems of a text, one for each command: what comes of the first is not worth telling. */
final class ShellProblems {
    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();
    private boolean told;

    ShellProblems(SourceText source) {
        this.source = source;
    }

    void nextCommand() {
        told = false;
    }

    void add(Span place, ShellProblem problem) {
        add(place, problem.message(), problem.hint());
    }

    void add(Span place, String message, String hint) {
        if (!told) {
            found.add(source.diagnostic(Code.SYNTAX, place, message).hinting(hint));
            told = true;
        }
    }

    boolean inThisCommand() {
        return told;
    }

    List<Diagnostic> all() {
        return List.copyOf(found);
    }
}
