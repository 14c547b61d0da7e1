package nfstep.trace.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nfstep.source.Parsed;
import nfstep.trace.TraceDocument;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever was saved once opens in every later version. */
class CompatibilityTest {
    private static final Path TRACES = Path.of("traces");
    private static final TraceSchema SCHEMA = new TraceSchema();

    @TestFactory
    Stream<DynamicTest> each_saved_trace_opens_and_is_saved_with_the_same_bytes() throws IOException {
        return files().stream().map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(file)));
    }

    private static List<Path> files() throws IOException {
        if (!Files.isDirectory(TRACES)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(TRACES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void check(Path file) throws IOException {
        byte[] text = text(file);
        TraceJson json = new TraceJson();
        Parsed<TraceDocument> trace = json.read(new ByteArrayInputStream(Files.readAllBytes(file)), file.toString());
        assertThat(trace.ok()).as(trace.render()).isTrue();
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        json.write(trace.orElseThrow(), again);
        assertThat(again.toString(StandardCharsets.UTF_8)).isEqualTo(new String(text, StandardCharsets.UTF_8));
        assertThat(SCHEMA.complaints(again.toString(StandardCharsets.UTF_8))).isEmpty();
    }

    private static byte[] text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return plain.readAllBytes();
        }
    }
}
