package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nfstep.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of what the kernel does: each behaviour is shown by labs that {@link ConformanceTest} compares. */
class BehavioursTest {
    private static final Path LIST = Path.of("src/test/resources/behaviours.tsv");
    private static final String NONE = "-";
    /** What no lab can show yet; the list says why. */
    private static final int MOST_WITHOUT = 17;

    private static final Map<String, String> COMPARED = compared();

    private record Behaviour(String id, List<String> labs, String what) {
        static Behaviour of(String line) {
            String[] fields = line.split("\t", -1);
            assertThat(fields).as(line).hasSize(3).allMatch(field -> !field.isBlank());
            return new Behaviour(fields[0], List.of(fields[1].split(" ")), fields[2]);
        }

        boolean isShown() {
            return !labs.equals(List.of(NONE));
        }

        @Override
        public String toString() {
            return id + ": " + what;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void a_behaviour_is_shown_by_labs_that_say_what_they_expect(Behaviour behaviour) {
        assertThat(COMPARED).containsKeys(behaviour.labs().toArray(String[]::new));
        for (String lab : behaviour.labs()) {
            assertThat(Optional.ofNullable(COMPARED.get(lab)).orElse("").lines())
                    .as(lab)
                    .anyMatch(line -> line.startsWith("expect "));
        }
    }

    @Test
    void each_behaviour_is_listed_once_and_few_are_not_shown() throws IOException {
        List<Behaviour> all = all();
        assertThat(all).extracting(Behaviour::id).doesNotHaveDuplicates();
        assertThat(all.stream().filter(b -> !b.isShown())).hasSizeLessThanOrEqualTo(MOST_WITHOUT);
    }

    static Stream<Behaviour> shown() throws IOException {
        return all().stream().filter(Behaviour::isShown);
    }

    private static List<Behaviour> all() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Behaviour::of)
                .toList();
    }

    private static Map<String, String> compared() {
        try {
            return LabSuite.own().stream()
                    .collect(
                            Collectors.toMap(BehavioursTest::label, SourceText::text, (own, builtIn) -> own + builtIn));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String label(SourceText lab) {
        return lab.name().replaceFirst("[.]lab$", "");
    }
}
