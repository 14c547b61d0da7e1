package nfstep.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;

/** Methods of {@link java.util.stream.Collectors} that Java makes of lambdas, made without: all keep a list at first. */
public final class Collecting {
    private Collecting() {}

    public static Collector<CharSequence, ?, String> joining() {
        return joining("");
    }

    public static Collector<CharSequence, ?, String> joining(CharSequence between) {
        return joining(between, "", "");
    }

    public static Collector<CharSequence, ?, String> joining(
            CharSequence between, CharSequence before, CharSequence after) {
        return new Listing<>(new Function<List<CharSequence>, String>() {
            @Override
            public String apply(List<CharSequence> list) {
                return before + String.join(between, list) + after;
            }
        });
    }

    public static <T, K, V> Collector<T, ?, Map<K, V>> toMap(
            Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
        return new Listing<>(new Function<List<T>, Map<K, V>>() {
            @Override
            public Map<K, V> apply(List<T> list) {
                return map(list, key, value);
            }
        });
    }

    public static <T, K, V> Collector<T, ?, Map<K, V>> toUnmodifiableMap(
            Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
        return new Listing<>(new Function<List<T>, Map<K, V>>() {
            @Override
            public Map<K, V> apply(List<T> list) {
                return Map.copyOf(map(list, key, value));
            }
        });
    }

    private static <T, K, V> Map<K, V> map(
            List<T> list, Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
        Map<K, V> map = new HashMap<>();
        for (T each : list) {
            V old = map.putIfAbsent(key.apply(each), java.util.Objects.requireNonNull(value.apply(each)));
            if (old != null) {
                throw new IllegalStateException("Duplicate key " + key.apply(each));
            }
        }
        return map;
    }

    public static <T> Collector<T, ?, Set<T>> toUnmodifiableSet() {
        return new Listing<>(new Function<List<T>, Set<T>>() {
            @Override
            public Set<T> apply(List<T> list) {
                return Set.copyOf(list);
            }
        });
    }

    /** Keeps all in a list, of which the result is made. */
    private static final class Listing<T, R> implements Collector<T, List<T>, R> {
        private final Function<List<T>, R> result;

        Listing(Function<List<T>, R> result) {
            this.result = result;
        }

        @Override
        public Supplier<List<T>> supplier() {
            return new Supplier<List<T>>() {
                @Override
                public List<T> get() {
                    return new ArrayList<>();
                }
            };
        }

        @Override
        public BiConsumer<List<T>, T> accumulator() {
            return new BiConsumer<List<T>, T>() {
                @Override
                public void accept(List<T> list, T each) {
                    list.add(each);
                }
            };
        }

        @Override
        public BinaryOperator<List<T>> combiner() {
            return new BinaryOperator<List<T>>() {
                @Override
                public List<T> apply(List<T> one, List<T> other) {
                    one.addAll(other);
                    return one;
                }
            };
        }

        @Override
        public Function<List<T>, R> finisher() {
            return result;
        }

        @Override
        public Set<Characteristics> characteristics() {
            return Set.of();
        }
    }
}
