package nfstep.source;

import java.util.Optional;
import java.util.function.Function;

/** What came of an operation that may be refused with a reason that a user reads: a value or a refusal. */
public sealed interface Outcome<T> {
    /** The operation was done and gave this value. */
    record Done<T>(T result) implements Outcome<T> {}

    /** The operation was refused; nothing was changed. */
    record Refused<T>(String reason) implements Outcome<T> {
        public Refused {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a refusal without a reason");
            }
        }
    }

    /** The outcome of an operation that succeeded. */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /** The outcome of an operation that was refused, with the words that the user reads. */
    static <T> Outcome<T> refused(String reason) {
        return new Refused<>(reason);
    }

    /** The value, if there is one. */
    default Optional<T> value() {
        return this instanceof Done<T> done ? Optional.of(done.result()) : Optional.empty();
    }

    /** The reason of a refusal, if it was one. */
    default Optional<String> refusal() {
        return this instanceof Refused<T> refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    /** Goes on with the value; a refusal stays what it is. */
    default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
        if (this instanceof Done<T> done) {
            return next.apply(done.result());
        }
        return refused(((Refused<T>) this).reason());
    }

    /** The value, where a refusal would be a mistake of this program. */
    default T orElseThrow() {
        return value().orElseThrow(() -> new IllegalStateException(refusal().orElse("")));
    }
}
