package nfstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The streams of the packed program give what Java's give. */
@Tag("e2e")
class PlainStreamTest {
    private static final int ROUNDS = 4000;
    private static final List<Function<Stream<Integer>, Stream<Integer>>> STEPS = List.of(
            s -> s.filter(i -> i % 3 != 0),
            s -> s.map(i -> i * 7 % 11),
            s -> s.flatMap(i -> i % 2 == 0 ? Stream.of(i, i + 1) : Stream.empty()),
            s -> s.flatMap(i -> i % 5 == 0 ? null : List.of(i).stream()),
            s -> s.peek(i -> {}),
            Stream::distinct,
            Stream::sorted,
            s -> s.sorted(Comparator.reverseOrder()),
            s -> s.limit(5),
            s -> s.limit(0),
            s -> s.skip(2),
            s -> s.takeWhile(i -> i < 8),
            s -> s.dropWhile(i -> i < 3),
            s -> s.mapToInt(i -> i).map(i -> i + 1).filter(i -> i != 4).boxed(),
            s -> s.mapToInt(i -> i).mapToObj(i -> i),
            Stream::sequential);
    private static final List<Function<Stream<Integer>, Object>> ENDS = List.of(
            Stream::toList,
            Stream::count,
            Stream::findFirst,
            s -> s.anyMatch(i -> i == 4),
            s -> s.allMatch(i -> i < 9),
            s -> s.noneMatch(i -> i == 2),
            s -> s.min(Comparator.naturalOrder()),
            s -> s.max(Comparator.comparing(i -> i / 2)),
            s -> s.reduce(0, (a, b) -> a * 31 + b),
            s -> s.reduce((a, b) -> a * 31 + b),
            s -> s.reduce("", (a, b) -> a + b, (a, b) -> a + b),
            s -> s.collect(Collectors.toList()),
            s -> s.map(String::valueOf).collect(Collectors.joining(",", "<", ">")),
            s -> s.collect(Collectors.groupingBy(i -> i % 3)),
            s -> Arrays.asList(s.toArray()),
            s -> Arrays.asList(s.toArray(Integer[]::new)),
            s -> s.mapToInt(i -> i).sum(),
            s -> s.mapToInt(i -> i).max(),
            s -> s.mapToInt(i -> i).min(),
            s -> s.mapToInt(i -> i).average(),
            s -> s.mapToInt(i -> i).reduce(1, (a, b) -> a * 3 + b),
            s -> s.mapToInt(i -> i).findFirst(),
            s -> s.mapToLong(i -> i).sum(),
            s -> all(s.iterator()),
            s -> all(Stream.concat(s, Stream.of(1)).iterator()),
            s -> s.parallel().toList());

    private static URLClassLoader built;

    @BeforeAll
    static void load_what_is_packed() throws IOException {
        URL classes = Path.of("target/build-classes").toUri().toURL();
        built = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
    }

    @AfterAll
    static void unload() throws IOException {
        built.close();
    }

    private static List<Object> all(java.util.Iterator<?> iterator) {
        List<Object> all = new ArrayList<>();
        iterator.forEachRemaining(all::add);
        return all;
    }

    private static Object packed(String type, String method, Class<?> parameter, Object argument) {
        try {
            Class<?> owner = built.loadClass("nfstep.plain." + type);
            return owner.getMethod(method, parameter).invoke(null, argument);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("not in the packed program: " + type + "." + method, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Stream<Integer> packed(Collection<Integer> elements) {
        return (Stream<Integer>) packed("Sources", "stream", Collection.class, elements);
    }

    @Test
    void any_steps_and_any_end_give_the_same() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            List<Integer> elements =
                    random.ints(random.nextInt(9), 0, 12).boxed().toList();
            Stream<Integer> javas = elements.stream();
            Stream<Integer> ours = packed(elements);
            List<Integer> steps =
                    random.ints(random.nextInt(5), 0, STEPS.size()).boxed().toList();
            for (int step : steps) {
                javas = STEPS.get(step).apply(javas);
                ours = STEPS.get(step).apply(ours);
            }
            int end = random.nextInt(ENDS.size());
            assertThat(ENDS.get(end).apply(ours))
                    .as("%s, steps %s, end %s", elements, steps, end)
                    .isEqualTo(ENDS.get(end).apply(javas));
        }
    }

    @Test
    void no_more_elements_are_looked_at_than_needed() {
        List<Integer> seen = new ArrayList<>();
        Stream<Integer> stream = packed(List.of(1, 2, 3, 4, 5));
        assertThat(stream.peek(seen::add).flatMap(i -> Stream.of(i, i)).anyMatch(i -> i == 2))
                .isTrue();
        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void more_steps_than_usual_are_taken() {
        Stream<Integer> stream = packed(List.of(0, 1));
        for (int i = 0; i < 200; i++) {
            stream = stream.map(n -> n + 1);
        }
        assertThat(stream).containsExactly(200, 201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n", "\na", "a\n\nb", "a\r\nb\rc", "\r\n", "a\r", "\r\r\n\n"})
    void lines_and_characters_are_the_same(String text) {
        Stream<?> lines = (Stream<?>) packed("Characters", "lines", String.class, text);
        assertThat(lines.toList()).isEqualTo(text.lines().toList());
        IntStream chars = (IntStream) packed("Characters", "chars", String.class, text);
        assertThat(chars.toArray()).isEqualTo(text.chars().toArray());
    }
}
