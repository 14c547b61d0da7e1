package nfstep.plain;

import java.util.function.Predicate;

/** Methods of {@link Predicate} that Java makes of lambdas, made without. */
public final class Predicates {
    private Predicates() {}

    public static <T> Predicate<T> not(Predicate<? super T> predicate) {
        return new Predicate<T>() {
            @Override
            public boolean test(T each) {
                return !predicate.test(each);
            }
        };
    }

    public static <T> Predicate<T> negate(Predicate<T> predicate) {
        return not(predicate);
    }

    public static <T> Predicate<T> or(Predicate<T> one, Predicate<? super T> other) {
        return new Predicate<T>() {
            @Override
            public boolean test(T each) {
                return one.test(each) || other.test(each);
            }
        };
    }
}
