package nfstep.parse.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Nearest;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.source.Span;

/** What is wrong with one command; its value is made only if nothing is. */
final class Problems {
    private final SourceText source;
    private final Span end;
    private final List<Diagnostic> found = new ArrayList<>();

    /** @param last the last word of the command: what is missing is missing after it */
    Problems(SourceText source, Word last) {
        this.source = source;
        Span span = last.span();
        this.end = new Span(span.line(), span.end(), 0);
    }

    void at(Word word, Code code, String message) {
        found.add(source.diagnostic(code, word.span(), message));
    }

    void at(Word word, Code code, String message, String hint) {
        found.add(source.diagnostic(code, word.span(), message).hinting(hint));
    }

    /** A word that is none of those that could stand there. */
    void unknown(Word word, Code code, String message, List<String> known) {
        found.add(source.diagnostic(code, word.span(), message).suggesting(Nearest.among(word.text(), known)));
    }

    void bad(Word word, String message) {
        at(word, Code.BAD_VALUE, message);
    }

    void missing(String message) {
        found.add(source.diagnostic(Code.MISSING_VALUE, end, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** A value that is needed, or that it is missing. */
    <T> Optional<T> needed(Optional<T> value, String message) {
        if (value.isEmpty() && none()) {
            missing(message);
        }
        return value;
    }

    /** The value if nothing is wrong. */
    <T> Parsed<T> unless(Supplier<T> value) {
        return none() ? Parsed.of(value.get()) : Parsed.failed(List.copyOf(found));
    }
}
