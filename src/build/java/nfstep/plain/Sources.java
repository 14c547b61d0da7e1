package nfstep.plain;

import java.util.Collection;
import java.util.stream.Stream;

/** Stands for {@link Collection#stream} of Java's collections. */
public final class Sources {
    private Sources() {}

    public static <T> Stream<T> stream(Collection<T> elements) {
        return new PlainStream<>(java.util.Objects.requireNonNull(elements));
    }
}
