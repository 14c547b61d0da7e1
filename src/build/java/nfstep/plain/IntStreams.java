package nfstep.plain;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Methods of {@link IntStream} that Java makes of lambdas, made without. */
public final class IntStreams {
    private IntStreams() {}

    private static IntStream plain(IntStream stream) {
        return stream instanceof PlainInts ? stream : new PlainInts(stream.toArray());
    }

    public static int sum(IntStream stream) {
        return plain(stream).sum();
    }

    public static OptionalInt max(IntStream stream) {
        return plain(stream).max();
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
        return stream instanceof PlainInts
                ? stream.anyMatch(predicate)
                : stream.filter(predicate).limit(1).toArray().length > 0;
    }
}
