package nfstep.plain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Methods of {@link Stream} that Java makes of lambdas, made without. */
public final class Streams {
    private Streams() {}

    public static <T> List<T> toList(Stream<T> stream) {
        List<T> list = list(stream);
        return list.contains(null) ? Collections.unmodifiableList(list) : copy(list);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> copy(List<T> list) {
        return (List<T>) List.of(list.toArray());
    }

    private static <T> List<T> list(Stream<T> stream) {
        List<T> list = new ArrayList<>();
        stream.forEachOrdered(new Consumer<T>() {
            @Override
            public void accept(T each) {
                list.add(each);
            }
        });
        return list;
    }

    public static <T> Optional<T> findFirst(Stream<T> stream) {
        List<T> list = list(stream.limit(1));
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(0));
    }

    public static <T> Optional<T> findAny(Stream<T> stream) {
        return findFirst(stream);
    }

    public static <T> boolean anyMatch(Stream<T> stream, Predicate<? super T> predicate) {
        return !list(stream.filter(predicate).limit(1)).isEmpty();
    }

    public static <T> boolean allMatch(Stream<T> stream, Predicate<? super T> predicate) {
        return noneMatch(stream, Predicates.not(predicate));
    }

    public static <T> boolean noneMatch(Stream<T> stream, Predicate<? super T> predicate) {
        return !anyMatch(stream, predicate);
    }

    public static <T> Stream<T> sorted(Stream<T> stream) {
        return sorted(stream, null);
    }

    public static <T> Stream<T> sorted(Stream<T> stream, Comparator<? super T> order) {
        List<T> list = list(stream);
        list.sort(order);
        return list.stream();
    }

    public static <T> Optional<T> max(Stream<T> stream, Comparator<? super T> order) {
        return stream.reduce(new Extreme<T>(order, 1));
    }

    public static <T> Optional<T> min(Stream<T> stream, Comparator<? super T> order) {
        return stream.reduce(new Extreme<T>(order, -1));
    }

    /** The greater of two, or the lesser; the first if they are equal. */
    private static final class Extreme<T> implements BinaryOperator<T> {
        private final Comparator<? super T> order;
        private final int sign;

        Extreme(Comparator<? super T> order, int sign) {
            this.order = order;
            this.sign = sign;
        }

        @Override
        public T apply(T one, T other) {
            return Integer.signum(order.compare(one, other)) * sign >= 0 ? one : other;
        }
    }
}
