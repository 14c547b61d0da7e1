package nfstep.rules;

/**
 * Where a rule was written.
 *
 * @param line from 1; 0 when it was made by nfstep itself
 */
public record Origin(String source, int line) {
    /** Made by nfstep itself. */
    public static final Origin NONE = new Origin("", 0);
}
