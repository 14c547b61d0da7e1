package nfstep.plain;

import java.util.Arrays;
import java.util.stream.Stream;

/** Methods of {@link Arrays} whose streams are plain. */
public final class ArrayStreams {
    private ArrayStreams() {}

    public static <T> Stream<T> stream(T[] elements) {
        return new PlainStream<>(Arrays.asList(elements));
    }
}
