package nfstep.rules;

/** A match whose answer depends on earlier packets, such as {@code limit}. Its state is kept in the world, by rule. */
public interface StatefulMatch extends Match {
    /** What a match of this kind remembers; immutable, its {@code toString} is never shown. */
    interface Memory {}

    /** The answer, and what is remembered from now on. */
    record Answer(boolean matched, Memory memory, String seen) {}

    /** What is remembered when the rule is loaded, at that virtual time in nanoseconds. */
    Memory initial(long now);

    /** Tests the packet against what is remembered. */
    Answer test(MatchContext context, Memory memory);

    /** Never called: a stateful match is asked through {@link #test}. */
    @Override
    default boolean matches(MatchContext context) {
        throw new IllegalStateException("-m " + name() + " was asked without its memory");
    }
}
