package nfstep.plain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Methods of {@link Optional} whose streams are plain. */
public final class Optionals {
    private Optionals() {}

    public static <T> Stream<T> stream(Optional<T> optional) {
        return new PlainStream<>(optional.isPresent() ? List.of(optional.get()) : List.of());
    }
}
