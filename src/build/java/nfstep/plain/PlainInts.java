package nfstep.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A stream of numbers that is an array, for the same reason as {@link PlainStream}. */
final class PlainInts implements IntStream {
    private final int[] values;

    PlainInts(int[] values) {
        this.values = values;
    }

    /** The same as one of Java's. */
    private IntStream java() {
        return Arrays.stream(values);
    }

    @Override
    public IntStream filter(IntPredicate predicate) {
        int[] kept = new int[values.length];
        int count = 0;
        for (int value : values) {
            if (predicate.test(value)) {
                kept[count++] = value;
            }
        }
        return new PlainInts(Arrays.copyOf(kept, count));
    }

    @Override
    public IntStream map(IntUnaryOperator mapper) {
        int[] mapped = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            mapped[i] = mapper.applyAsInt(values[i]);
        }
        return new PlainInts(mapped);
    }

    @Override
    public <U> Stream<U> mapToObj(IntFunction<? extends U> mapper) {
        List<U> mapped = new ArrayList<>(values.length);
        for (int value : values) {
            mapped.add(mapper.apply(value));
        }
        return new PlainStream<>(mapped);
    }

    @Override
    public LongStream mapToLong(IntToLongFunction mapper) {
        return java().mapToLong(mapper);
    }

    @Override
    public DoubleStream mapToDouble(IntToDoubleFunction mapper) {
        return java().mapToDouble(mapper);
    }

    @Override
    public IntStream flatMap(IntFunction<? extends IntStream> mapper) {
        return java().flatMap(mapper);
    }

    @Override
    public IntStream distinct() {
        return java().distinct();
    }

    @Override
    public IntStream sorted() {
        return java().sorted();
    }

    @Override
    public IntStream peek(IntConsumer action) {
        return java().peek(action);
    }

    @Override
    public IntStream limit(long maxSize) {
        return java().limit(maxSize);
    }

    @Override
    public IntStream skip(long n) {
        return java().skip(n);
    }

    @Override
    public void forEach(IntConsumer action) {
        for (int value : values) {
            action.accept(value);
        }
    }

    @Override
    public void forEachOrdered(IntConsumer action) {
        forEach(action);
    }

    @Override
    public int[] toArray() {
        return values.clone();
    }

    @Override
    public int reduce(int identity, IntBinaryOperator op) {
        int result = identity;
        for (int value : values) {
            result = op.applyAsInt(result, value);
        }
        return result;
    }

    @Override
    public OptionalInt reduce(IntBinaryOperator op) {
        if (values.length == 0) {
            return OptionalInt.empty();
        }
        int result = values[0];
        for (int i = 1; i < values.length; i++) {
            result = op.applyAsInt(result, values[i]);
        }
        return OptionalInt.of(result);
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjIntConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        return java().collect(supplier, accumulator, combiner);
    }

    @Override
    public int sum() {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }

    @Override
    public OptionalInt min() {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? OptionalInt.empty() : OptionalInt.of(sorted[0]);
    }

    @Override
    public OptionalInt max() {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? OptionalInt.empty() : OptionalInt.of(sorted[sorted.length - 1]);
    }

    @Override
    public long count() {
        return values.length;
    }

    @Override
    public OptionalDouble average() {
        return java().average();
    }

    @Override
    public IntSummaryStatistics summaryStatistics() {
        return java().summaryStatistics();
    }

    @Override
    public boolean anyMatch(IntPredicate predicate) {
        for (int value : values) {
            if (predicate.test(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean allMatch(IntPredicate predicate) {
        for (int value : values) {
            if (!predicate.test(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean noneMatch(IntPredicate predicate) {
        return !anyMatch(predicate);
    }

    @Override
    public OptionalInt findFirst() {
        return values.length == 0 ? OptionalInt.empty() : OptionalInt.of(values[0]);
    }

    @Override
    public OptionalInt findAny() {
        return findFirst();
    }

    @Override
    public LongStream asLongStream() {
        return java().asLongStream();
    }

    @Override
    public DoubleStream asDoubleStream() {
        return java().asDoubleStream();
    }

    @Override
    public Stream<Integer> boxed() {
        List<Integer> boxed = new ArrayList<>(values.length);
        for (int value : values) {
            boxed.add(value);
        }
        return new PlainStream<>(boxed);
    }

    @Override
    public IntStream sequential() {
        return this;
    }

    @Override
    public IntStream parallel() {
        return java().parallel();
    }

    @Override
    public IntStream unordered() {
        return this;
    }

    @Override
    public IntStream onClose(Runnable closeHandler) {
        return java().onClose(closeHandler);
    }

    @Override
    public void close() {}

    @Override
    public PrimitiveIterator.OfInt iterator() {
        return java().iterator();
    }

    @Override
    public Spliterator.OfInt spliterator() {
        return java().spliterator();
    }

    @Override
    public boolean isParallel() {
        return false;
    }
}
