package nfstep.trace.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.lab.command.LabFiles;
import nfstep.source.SourceText;
import nfstep.state.Counters;
import nfstep.state.Netfilter;
import nfstep.trace.TraceDocument;
import nfstep.trace.Walk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks of labs, with all that matches remember and learn and what labs choose to be drawn, as files. */
class LabTraceTest {
    private static final TraceSchema SCHEMA = new TraceSchema();
    private static final Path LABS = Path.of("src/test/resources/labs");

    @ParameterizedTest(name = "{0}")
    @MethodSource("labs")
    void a_walk_of_a_lab_follows_the_schema_and_is_read_as_it_was(Path lab) throws IOException {
        Walk walk = walk(lab);
        byte[] bytes = write(walk);
        assertThat(SCHEMA.complaints(new String(bytes, StandardCharsets.UTF_8))).isEmpty();
        Walk again = new TraceJson()
                .read(new ByteArrayInputStream(bytes), "walk.json")
                .orElseThrow()
                .walk();
        assertThat(again.size()).isEqualTo(walk.size());
        assertThat(counters(again)).isEqualTo(counters(walk));
        assertThat(write(again)).isEqualTo(bytes);
    }

    private static List<Counters> counters(Walk walk) {
        return walk.end().world().netfilter().values().stream()
                .map(Netfilter::counters)
                .toList();
    }

    private static List<Path> labs() throws IOException {
        try (Stream<Path> files = Files.list(LABS)) {
            return files.filter(file -> file.getFileName().toString().matches("(match|random)-.*"))
                    .sorted()
                    .toList();
        }
    }

    private static Walk walk(Path lab) throws IOException {
        LabRun run = new LabRun(
                Lab.parse(new SourceText(lab.getFileName().toString(), Files.readString(lab)))
                        .orElseThrow(),
                LabFiles.NONE);
        assertThat(run.finish()).isEmpty();
        assertThat(run.failures()).isEmpty();
        return run.walk();
    }

    private static byte[] write(Walk walk) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TraceJson().write(TraceDocument.of(walk), out);
        return out.toByteArray();
    }
}
