package nfstep.trace.json;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** How values of one type are written and read; what is read from what was written is the same value. */
interface Codec<T> {
    Json write(T value);

    T read(Node node);

    /** Through a string. */
    static <T> Codec<T> text(Function<T, String> write, Function<String, T> read) {
        return of(value -> new Json.Text(write.apply(value)), node -> read.apply(node.text()));
    }

    /** Through the fields of an object. */
    static <T> Codec<T> object(BiConsumer<T, Out> write, Function<In, T> read) {
        return of(
                value -> {
                    Out out = new Out();
                    write.accept(value, out);
                    return out.json();
                },
                node -> {
                    In in = node.object();
                    T value = read.apply(in);
                    in.end();
                    return value;
                });
    }

    /** Through a list of a known length. */
    static <T> Codec<T> tuple(int length, Function<T, List<Json>> write, Function<List<Node>, T> read) {
        return of(value -> new Json.Array(write.apply(value)), node -> read.apply(node.array(length)));
    }

    /** Through any value; what a constructor does not take is told with its place. */
    static <T> Codec<T> of(Function<T, Json> write, Function<Node, T> read) {
        return new Codec<>() {
            @Override
            public Json write(T value) {
                return write.apply(value);
            }

            @Override
            public T read(Node node) {
                try {
                    return read.apply(node);
                } catch (Damaged e) {
                    throw e;
                } catch (IllegalArgumentException e) {
                    throw node.damaged(String.valueOf(e.getMessage()));
                }
            }
        };
    }
}
