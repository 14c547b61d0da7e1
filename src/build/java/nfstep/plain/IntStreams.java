package nfstep.plain;

import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Methods of {@link IntStream} that Java makes of lambdas, made without. */
public final class IntStreams {
    private IntStreams() {}

    public static int sum(IntStream stream) {
        int[] sum = {0};
        stream.forEach(new IntConsumer() {
            @Override
            public void accept(int each) {
                sum[0] += each;
            }
        });
        return sum[0];
    }

    public static OptionalInt max(IntStream stream) {
        return stream.reduce(new IntBinaryOperator() {
            @Override
            public int applyAsInt(int one, int other) {
                return Math.max(one, other);
            }
        });
    }

    public static boolean allMatch(IntStream stream, IntPredicate predicate) {
        return noneMatch(stream, new IntPredicate() {
            @Override
            public boolean test(int each) {
                return !predicate.test(each);
            }
        });
    }

    public static boolean noneMatch(IntStream stream, IntPredicate predicate) {
        return !anyMatch(stream, predicate);
    }

    public static boolean anyMatch(IntStream stream, IntPredicate predicate) {
        boolean[] found = {false};
        stream.filter(predicate).limit(1).forEach(new IntConsumer() {
            @Override
            public void accept(int each) {
                found[0] = true;
            }
        });
        return found[0];
    }
}
