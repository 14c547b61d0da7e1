package nfstep.trace.json;

import java.util.List;
import java.util.Optional;

/** A family of types, each with a name and fields of its own: the name stands in the field {@code kind}. */
final class Kinds<T> {
    /**
     * One type of a family.
     *
     * @param fields the codec of its fields
     */
    record Kind<T, S extends T>(String name, Class<S> type, Fields<S> fields) {
        void write(T value, Out out) {
            fields.write().accept(type.cast(value), out);
        }

        T read(In in) {
            return fields.read().apply(in);
        }
    }

    /** How the fields of a type are written and read. */
    record Fields<S>(java.util.function.BiConsumer<S, Out> write, java.util.function.Function<In, S> read) {}

    private final List<Kind<T, ? extends T>> kinds;

    Kinds(List<Kind<T, ? extends T>> kinds) {
        this.kinds = kinds;
    }

    /** One type of a family. */
    static <T, S extends T> Kind<T, S> kind(
            String name,
            Class<S> type,
            java.util.function.BiConsumer<S, Out> write,
            java.util.function.Function<In, S> read) {
        return new Kind<>(name, type, new Fields<>(write, read));
    }

    /** The types that can be written. */
    List<Class<? extends T>> types() {
        return kinds.stream().<Class<? extends T>>map(Kind::type).toList();
    }

    /** The codec of the whole family. */
    Codec<T> codec() {
        return Codec.object(this::write, this::read);
    }

    private void write(T value, Out out) {
        Kind<T, ? extends T> kind = find(it -> it.type().isInstance(value))
                .orElseThrow(() -> new IllegalStateException("no codec for " + value.getClass()));
        out.text("kind", kind.name());
        kind.write(value, out);
    }

    private T read(In in) {
        String name = in.text("kind");
        return find(it -> it.name().equals(name))
                .orElseThrow(() -> in.damaged("unknown kind " + name))
                .read(in);
    }

    private Optional<Kind<T, ? extends T>> find(java.util.function.Predicate<Kind<T, ? extends T>> wanted) {
        for (Kind<T, ? extends T> kind : kinds) {
            if (wanted.test(kind)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
