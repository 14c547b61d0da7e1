package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.lab.command.LabFiles;
import nfstep.rules.Backend;
import nfstep.source.SourceText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each lab on the model and on the running kernel, with iptables-legacy and iptables-nft; {@code -Dnfstep.labs=DIR} adds the
 * labs of any folder, {@code -Dnfstep.lab=TEXT} leaves those with that text in their names, {@code -Dnfstep.backend=legacy}
 * one of the two.
 */
@Tag("kernel")
@Execution(ExecutionMode.CONCURRENT)
class ConformanceTest {
    private static final int ATTEMPTS = 3;

    @TestFactory
    Stream<DynamicTest> a_lab_does_on_the_kernel_what_it_does_in_the_model() throws IOException {
        List<SourceText> labs = new ArrayList<>(LabSuite.own());
        String other = System.getProperty("nfstep.labs", "");
        if (!other.isBlank()) {
            labs.addAll(LabSuite.folder(Path.of(other)));
        }
        String only = System.getProperty("nfstep.lab", "");
        return labs.stream().filter(lab -> lab.name().contains(only)).flatMap(lab -> backends()
                .map(backend -> dynamicTest(lab.name() + " " + backend.word(), () -> agrees(lab, backend))));
    }

    private static Stream<Backend> backends() {
        String only = System.getProperty("nfstep.backend", "");
        return Stream.of(Backend.values()).filter(backend -> backend.word().contains(only));
    }

    private static void agrees(SourceText text, Backend backend) throws KernelUnavailable {
        LabRun run = new LabRun(Lab.parse(text).orElseThrow(), LabFiles.NONE);
        assertThat(run.finish()).as("the lab runs to its end").isEmpty();
        assertThat(run.failures()).as("its expectations").isEmpty();
        Verification verification = verified(run, backend);
        assertThat(verification.first().map(Difference::render).orElse(""))
                .as(verification.sentence())
                .isEmpty();
        assertThat(verification.total()).isPositive();
    }

    /** What a kernel does not repeat, such as a limit per second on a machine that was busy for a moment, is no answer. */
    private static Verification verified(LabRun run, Backend backend) throws KernelUnavailable {
        Verification verification = Verification.ofLab(run.walk(), LabFiles.NONE, backend);
        for (int again = 1; again < ATTEMPTS && verification.first().isPresent(); again++) {
            verification = Verification.ofLab(run.walk(), LabFiles.NONE, backend);
        }
        return verification;
    }
}
