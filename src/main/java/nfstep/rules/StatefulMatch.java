package nfstep.rules;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A match whose answer depends on earlier packets, such as {@code limit}. What it remembers is kept in the world. */
public interface StatefulMatch extends Match {
    /** What a match of this kind remembers; immutable, its {@code toString} is never shown. */
    interface Memory {}

    /** What a packet taught a match: makes what it remembers out of what it remembered. Immutable. */
    interface Lesson {
        /** What is remembered from now on; null stands for what a match remembers that was not asked yet. */
        @Nullable
        Memory after(@Nullable Memory before);
    }

    /** Nothing was learned. */
    record NoLesson() implements Lesson {
        @Override
        public @Nullable Memory after(@Nullable Memory before) {
            return before;
        }
    }

    /** A memory that is so small that a lesson is all of it. */
    interface Whole extends Memory, Lesson {
        @Override
        default Memory after(@Nullable Memory before) {
            return this;
        }
    }

    /**
     * The answer, and what the packet taught.
     *
     * @param drops whether the packet is dropped at once, whatever the rules say: {@code par->hotdrop}
     */
    record Answer(boolean matched, boolean drops, Lesson lesson, String seen) {
        public Answer {
            if (matched && drops) {
                throw new IllegalArgumentException("a packet that is dropped at once does not match");
            }
        }

        /** An answer after which the rules decide. */
        public Answer(boolean matched, Lesson lesson, String seen) {
            this(matched, false, lesson, seen);
        }

        /** The packet is dropped at once. */
        public static Answer dropping(Lesson lesson, String why) {
            return new Answer(false, true, lesson, why);
        }

        /** The packet is dropped at once, and nothing is learned of it. */
        public static Answer dropping(String why) {
            return dropping(new NoLesson(), why);
        }
    }

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

    /** As {@link #initial}, where it is an expression. */
    default Memory initialAsExpression(long now) {
        return initial(now);
    }

    /** As {@link #test}, where it is an expression. */
    default Answer testAsExpression(MatchContext context, Memory memory) {
        return test(context, memory);
    }

    /** Never called: a stateful match is asked through {@link #test}. */
    @Override
    default boolean matches(MatchContext context) {
        throw new IllegalStateException("-m " + name() + " was asked without its memory");
    }
}
