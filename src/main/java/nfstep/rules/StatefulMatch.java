package nfstep.rules;

import java.util.Optional;

/** A match whose answer depends on earlier packets, such as {@code limit}. What it remembers is kept in the world. */
public interface StatefulMatch extends Match {
    /** What a packet taught a match: makes what it remembers out of what it remembered. Immutable. */
    interface Lesson {
        /** What is remembered from now on. */
        Memory after(Memory before);
    }

    /** What a match of this kind remembers; immutable, its {@code toString} is never shown. The simplest lesson is all. */
    interface Memory extends Lesson {
        @Override
        default Memory after(Memory before) {
            return this;
        }
    }

    /** The answer, and what the packet taught. */
    record Answer(boolean matched, Lesson lesson, String seen) {}

    /**
     * A memory that several rules share, since it is kept by name outside of them.
     *
     * @param folder where {@code /proc/net} shows it, such as {@code xt_recent}
     */
    record Shared(String folder, String name) {}

    /** What is remembered when the rule is loaded, at that virtual time in nanoseconds. */
    Memory initial(long now);

    /** The name of the memory outside of the rule, if it is kept there. */
    default Optional<Shared> shared() {
        return Optional.empty();
    }

    /** The shared memory that is there already, as it is after a rule with this match was loaded. */
    default Memory joined(Memory there) {
        return there;
    }

    /** Tests the packet against what is remembered. */
    Answer test(MatchContext context, Memory memory);

    /** Never called: a stateful match is asked through {@link #test}. */
    @Override
    default boolean matches(MatchContext context) {
        throw new IllegalStateException("-m " + name() + " was asked without its memory");
    }
}
