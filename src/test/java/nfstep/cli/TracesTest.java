package nfstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nfstep.lab.BuiltInLab;
import nfstep.trace.json.TraceJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The traces that teammates open first: they are what the built-in labs give now. */
class TracesTest {
    private static final Path FOLDER = Path.of("traces");

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void a_trace_is_what_its_lab_gives(BuiltInLab lab) throws IOException, Failure {
        Path file = FOLDER.resolve(lab.label() + ".json");
        assertThat(file)
                .as("renew it: target/nfstep run --format=json %s > %s", lab.label(), file)
                .content(StandardCharsets.UTF_8)
                .isEqualTo(json(lab.label()));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void a_trace_saved_again_has_the_same_bytes(BuiltInLab lab) throws IOException, Failure {
        Path file = FOLDER.resolve(lab.label() + ".json");
        assertThat(json(file.toString())).isEqualTo(Files.readString(file));
    }

    @Test
    void each_built_in_lab_has_a_trace_and_there_is_nothing_else() throws IOException {
        List<String> expected =
                BuiltInLab.names().stream().map(name -> name + ".json").sorted().toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactlyElementsOf(expected);
        }
    }

    private static String json(String name) throws IOException, Failure {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TraceJson().write(Documents.document(Opener.open(name).session()), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
