package nfstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nfstep.lab.command.LabFiles;
import nfstep.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInLabTest {
    @ParameterizedTest(name = "{0}")
    @EnumSource(BuiltInLab.class)
    void every_expectation_of_a_built_in_lab_holds(BuiltInLab builtIn) throws IOException {
        Lab lab = Lab.parse(new SourceText(builtIn.label() + ".lab", text(builtIn)))
                .orElseThrow();
        LabRun run = new LabRun(lab, LabFiles.NONE);
        assertThat(run.finish()).isEmpty();
        assertThat(new Played(run).failures()).isEmpty();
        assertThat(lab.title()).hasValueSatisfying(t -> assertThat(t).hasSizeBetween(10, 80));
    }

    @Test
    void every_lab_in_the_jar_is_listed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/nfstep/labs"))) {
            List<String> names = files.map(f -> f.getFileName().toString().replace(".lab", ""))
                    .toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(BuiltInLab.names());
        }
    }

    static String text(BuiltInLab lab) throws IOException {
        try (InputStream in = BuiltInLab.class.getResourceAsStream(lab.resource())) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
