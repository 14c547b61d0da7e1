package nfstep.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Methods of {@link Stream} that Java makes of lambdas, made without. */
public final class Streams {
    private Streams() {}

    public static <T> Stream<T> empty() {
        return new PlainStream<>(List.of());
    }

    public static <T> Stream<T> of(T element) {
        return new PlainStream<>(Collections.singletonList(element));
    }

    @SafeVarargs
    public static <T> Stream<T> of(T... elements) {
        return new PlainStream<>(Arrays.asList(elements));
    }

    public static <T> Stream<T> concat(Stream<? extends T> first, Stream<? extends T> second) {
        return Streams.<Stream<? extends T>>of(first, second).flatMap(Functions.identity());
    }

    /** The same as a plain one. */
    private static <T> PlainStream<T> plain(Stream<T> stream) {
        return stream instanceof PlainStream<T> plain ? plain : new PlainStream<>(list(stream));
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

    public static <T> List<T> toList(Stream<T> stream) {
        return plain(stream).toList();
    }

    public static <T> Optional<T> findFirst(Stream<T> stream) {
        return plain(stream instanceof PlainStream<T> ? stream : stream.limit(1))
                .findFirst();
    }

    public static <T> Optional<T> findAny(Stream<T> stream) {
        return findFirst(stream);
    }

    public static <T> boolean anyMatch(Stream<T> stream, Predicate<? super T> predicate) {
        return stream instanceof PlainStream<T>
                ? stream.anyMatch(predicate)
                : !list(stream.filter(predicate).limit(1)).isEmpty();
    }

    public static <T> boolean allMatch(Stream<T> stream, Predicate<? super T> predicate) {
        return noneMatch(stream, Predicates.not(predicate));
    }

    public static <T> boolean noneMatch(Stream<T> stream, Predicate<? super T> predicate) {
        return !anyMatch(stream, predicate);
    }

    public static <T> Stream<T> sorted(Stream<T> stream) {
        return plain(stream).sorted();
    }

    public static <T> Stream<T> sorted(Stream<T> stream, Comparator<? super T> order) {
        return plain(stream).sorted(order);
    }

    public static <T> Optional<T> max(Stream<T> stream, Comparator<? super T> order) {
        return plain(stream).max(order);
    }

    public static <T> Optional<T> min(Stream<T> stream, Comparator<? super T> order) {
        return plain(stream).min(order);
    }
}
