package nfstep.plain;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A stream that is a loop over what it is made of and a list of steps.
 *
 * <p>Java's own has a dozen objects and fifty calls for three elements, which is much while nothing is compiled: a fifth
 * of the time that a lab takes up to its first packet. What is rare is handed to Java's own.
 */
final class PlainStream<T> extends Elements<T> implements Stream<T> {
    PlainStream(Iterable<?> source) {
        super(source);
    }

    /** With one more step. */
    @SuppressWarnings("unchecked")
    private <R> PlainStream<R> with(Object step, boolean isReplacing) {
        if (isFull()) {
            return new PlainStream<R>(each()).with(step, isReplacing);
        }
        add(Objects.requireNonNull(step), isReplacing);
        return (PlainStream<R>) this;
    }

    private Iterable<T> each() {
        return new Iterable<T>() {
            @Override
            public Iterator<T> iterator() {
                return PlainStream.this.iterator();
            }
        };
    }

    /** The same as one of Java's. */
    private Stream<T> java() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Stream<T> filter(Predicate<? super T> predicate) {
        return with(predicate, false);
    }

    @Override
    public <R> Stream<R> map(Function<? super T, ? extends R> mapper) {
        return with(mapper, true);
    }

    @Override
    public Stream<T> peek(Consumer<? super T> action) {
        return with(
                new Predicate<T>() {
                    @Override
                    public boolean test(T each) {
                        action.accept(each);
                        return true;
                    }
                },
                false);
    }

    @Override
    public <R> Stream<R> flatMap(Function<? super T, ? extends Stream<? extends R>> mapper) {
        Iterator<T> outer = iterator();
        return new PlainStream<>(new Iterable<R>() {
            @Override
            public Iterator<R> iterator() {
                return new Flat<>(outer, mapper);
            }
        });
    }

    @Override
    public Stream<T> distinct() {
        return new PlainStream<>(new Iterable<T>() {
            @Override
            public Iterator<T> iterator() {
                return new LinkedHashSet<>(list()).iterator();
            }
        });
    }

    @Override
    public Stream<T> sorted() {
        return sorted(null);
    }

    @Override
    public Stream<T> sorted(Comparator<? super T> comparator) {
        return new PlainStream<>(new Iterable<T>() {
            @Override
            public Iterator<T> iterator() {
                List<T> list = list();
                list.sort(comparator);
                return list.iterator();
            }
        });
    }

    @Override
    public Stream<T> limit(long maxSize) {
        return new PlainStream<>(new Cut<>(iterator(), maxSize, null));
    }

    @Override
    public Stream<T> takeWhile(Predicate<? super T> predicate) {
        return new PlainStream<>(new Cut<>(iterator(), Long.MAX_VALUE, Objects.requireNonNull(predicate)));
    }

    @Override
    public Stream<T> skip(long n) {
        return java().skip(n);
    }

    @Override
    public IntStream mapToInt(ToIntFunction<? super T> mapper) {
        List<T> list = list();
        int[] mapped = new int[list.size()];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = mapper.applyAsInt(list.get(i));
        }
        return new PlainInts(mapped);
    }

    @Override
    public LongStream mapToLong(ToLongFunction<? super T> mapper) {
        return java().mapToLong(mapper);
    }

    @Override
    public DoubleStream mapToDouble(ToDoubleFunction<? super T> mapper) {
        return java().mapToDouble(mapper);
    }

    @Override
    public IntStream flatMapToInt(Function<? super T, ? extends IntStream> mapper) {
        return java().flatMapToInt(mapper);
    }

    @Override
    public LongStream flatMapToLong(Function<? super T, ? extends LongStream> mapper) {
        return java().flatMapToLong(mapper);
    }

    @Override
    public DoubleStream flatMapToDouble(Function<? super T, ? extends DoubleStream> mapper) {
        return java().flatMapToDouble(mapper);
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        while (advance()) {
            action.accept(next());
        }
    }

    @Override
    public void forEachOrdered(Consumer<? super T> action) {
        forEach(action);
    }

    @Override
    public Object[] toArray() {
        return list().toArray();
    }

    @Override
    public <A> A[] toArray(IntFunction<A[]> generator) {
        List<T> list = list();
        return list.toArray(generator.apply(list.size()));
    }

    @Override
    public T reduce(T identity, BinaryOperator<T> accumulator) {
        T result = identity;
        while (advance()) {
            result = accumulator.apply(result, next());
        }
        return result;
    }

    @Override
    public Optional<T> reduce(BinaryOperator<T> accumulator) {
        return advance() ? Optional.of(reduce(next(), accumulator)) : Optional.empty();
    }

    @Override
    public <U> U reduce(U identity, BiFunction<U, ? super T, U> accumulator, BinaryOperator<U> combiner) {
        U result = identity;
        while (advance()) {
            result = accumulator.apply(result, next());
        }
        return result;
    }

    @Override
    public <R> R collect(Supplier<R> supplier, BiConsumer<R, ? super T> accumulator, BiConsumer<R, R> combiner) {
        R result = supplier.get();
        while (advance()) {
            accumulator.accept(result, next());
        }
        return result;
    }

    @Override
    public <R, A> R collect(Collector<? super T, A, R> collector) {
        return collector.finisher().apply(collect(collector.supplier(), collector.accumulator(), null));
    }

    @Override
    public List<T> toList() {
        List<T> list = list();
        return list.contains(null) ? Collections.unmodifiableList(list) : copy(list);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> copy(List<T> list) {
        return (List<T>) List.of(list.toArray());
    }

    @Override
    public Optional<T> min(Comparator<? super T> comparator) {
        return reduce(new Extreme<>(comparator, -1));
    }

    @Override
    public Optional<T> max(Comparator<? super T> comparator) {
        return reduce(new Extreme<>(comparator, 1));
    }

    @Override
    public long count() {
        long elements = 0;
        while (advance()) {
            elements++;
        }
        return elements;
    }

    @Override
    public boolean anyMatch(Predicate<? super T> predicate) {
        while (advance()) {
            if (predicate.test(next())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean allMatch(Predicate<? super T> predicate) {
        while (advance()) {
            if (!predicate.test(next())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean noneMatch(Predicate<? super T> predicate) {
        return !anyMatch(predicate);
    }

    @Override
    public Optional<T> findFirst() {
        return advance() ? Optional.of(next()) : Optional.empty();
    }

    @Override
    public Optional<T> findAny() {
        return findFirst();
    }

    @Override
    public Spliterator<T> spliterator() {
        return Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED);
    }

    @Override
    public boolean isParallel() {
        return false;
    }

    @Override
    public Stream<T> sequential() {
        return this;
    }

    @Override
    public Stream<T> parallel() {
        return java().parallel();
    }

    @Override
    public Stream<T> unordered() {
        return this;
    }

    @Override
    public Stream<T> onClose(Runnable closeHandler) {
        return java().onClose(closeHandler);
    }

    @Override
    public void close() {}
}
