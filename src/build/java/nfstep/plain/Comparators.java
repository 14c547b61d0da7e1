package nfstep.plain;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Methods of {@link Comparator} that Java makes of lambdas, made without. */
public final class Comparators {
    private Comparators() {}

    public static <T, U extends Comparable<? super U>> Comparator<T> comparing(Function<? super T, ? extends U> key) {
        return new Comparator<T>() {
            @Override
            public int compare(T one, T other) {
                return key.apply(one).compareTo(key.apply(other));
            }
        };
    }

    public static <T, U> Comparator<T> comparing(Function<? super T, ? extends U> key, Comparator<? super U> order) {
        return new Comparator<T>() {
            @Override
            public int compare(T one, T other) {
                return order.compare(key.apply(one), key.apply(other));
            }
        };
    }

    public static <T> Comparator<T> comparingInt(ToIntFunction<? super T> key) {
        return new Comparator<T>() {
            @Override
            public int compare(T one, T other) {
                return Integer.compare(key.applyAsInt(one), key.applyAsInt(other));
            }
        };
    }

    public static <T> Comparator<T> comparingLong(ToLongFunction<? super T> key) {
        return new Comparator<T>() {
            @Override
            public int compare(T one, T other) {
                return Long.compare(key.applyAsLong(one), key.applyAsLong(other));
            }
        };
    }

    public static <T> Comparator<T> thenComparing(Comparator<T> first, Comparator<? super T> second) {
        return new Comparator<T>() {
            @Override
            public int compare(T one, T other) {
                int order = first.compare(one, other);
                return order != 0 ? order : second.compare(one, other);
            }
        };
    }

    public static <T, U extends Comparable<? super U>> Comparator<T> thenComparing(
            Comparator<T> first, Function<? super T, ? extends U> key) {
        return thenComparing(first, Comparators.<T, U>comparing(key));
    }

    public static <T, U> Comparator<T> thenComparing(
            Comparator<T> first, Function<? super T, ? extends U> key, Comparator<? super U> order) {
        return thenComparing(first, Comparators.<T, U>comparing(key, order));
    }

    public static <T> Comparator<T> thenComparingInt(Comparator<T> first, ToIntFunction<? super T> key) {
        return thenComparing(first, Comparators.<T>comparingInt(key));
    }

    public static <T> Comparator<T> thenComparingLong(Comparator<T> first, ToLongFunction<? super T> key) {
        return thenComparing(first, Comparators.<T>comparingLong(key));
    }
}
