package nfstep.parse;

import nfstep.source.Span;

/** One word of a command, after quotes were taken away, and the place where it was written. */
public record Word(String text, Span span) {
    /** Whether this word reads exactly like that. */
    public boolean is(String other) {
        return text.equals(other);
    }
}
