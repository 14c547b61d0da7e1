package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nfstep.lab.BuiltInLab;
import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.lab.command.LabFiles;
import nfstep.source.SourceText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each lab on the model and on the running kernel; {@code -Dnfstep.labs=DIR} adds the labs of any folder. */
@Tag("kernel")
@Execution(ExecutionMode.CONCURRENT)
class ConformanceTest {
    private static final Path LABS = Path.of("src/test/resources/labs");

    @TestFactory
    Stream<DynamicTest> a_lab_does_on_the_kernel_what_it_does_in_the_model() throws IOException {
        List<SourceText> labs = new ArrayList<>(folder(LABS));
        for (BuiltInLab lab : BuiltInLab.values()) {
            labs.add(builtIn(lab));
        }
        String other = System.getProperty("nfstep.labs", "");
        if (!other.isBlank()) {
            labs.addAll(folder(Path.of(other)));
        }
        String only = System.getProperty("nfstep.lab", "");
        return labs.stream()
                .filter(lab -> lab.name().contains(only))
                .map(lab -> dynamicTest(lab.name(), () -> agrees(lab)));
    }

    private static void agrees(SourceText text) throws KernelUnavailable {
        LabRun run = new LabRun(Lab.parse(text).orElseThrow(), LabFiles.NONE);
        assertThat(run.finish()).as("the lab runs to its end").isEmpty();
        assertThat(run.failures()).as("its expectations").isEmpty();
        Verification verification = Verification.of(run.walk());
        assertThat(verification.first().map(Difference::render).orElse(""))
                .as(verification.sentence())
                .isEmpty();
        assertThat(verification.total()).isPositive();
    }

    private static List<SourceText> folder(Path folder) throws IOException {
        List<SourceText> labs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".lab")).sorted().toList()) {
                labs.add(new SourceText(file.getFileName().toString(), Files.readString(file)));
            }
        }
        return labs;
    }

    private static SourceText builtIn(BuiltInLab lab) throws IOException {
        try (InputStream in = BuiltInLab.class.getResourceAsStream(lab.resource())) {
            assertThat(in).isNotNull();
            return new SourceText(lab.label(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
