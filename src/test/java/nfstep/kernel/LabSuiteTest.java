package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.stream.Stream;
import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.lab.command.LabFiles;
import nfstep.source.SourceText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each lab on the model alone: what takes a kernel to be shown right shows itself wrong without one. */
class LabSuiteTest {
    @TestFactory
    Stream<DynamicTest> a_lab_does_what_it_expects() throws IOException {
        return LabSuite.own().stream().map(lab -> dynamicTest(lab.name(), () -> holds(lab)));
    }

    private static void holds(SourceText text) {
        LabRun run = new LabRun(Lab.parse(text).orElseThrow(), LabFiles.NONE);
        assertThat(run.finish()).isEmpty();
        assertThat(run.failures()).isEmpty();
    }
}
