package nfstep.plain;

import java.util.function.Function;

/** Methods of {@link Function} that Java makes of lambdas, made without. */
public final class Functions {
    private static final Function<Object, Object> SAME = new Function<>() {
        @Override
        public Object apply(Object it) {
            return it;
        }
    };

    private Functions() {}

    @SuppressWarnings("unchecked")
    public static <T> Function<T, T> identity() {
        return (Function<T, T>) SAME;
    }
}
