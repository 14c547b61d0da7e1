package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nfstep.Readme;
import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.lab.command.LabFiles;
import nfstep.rules.Backend;
import nfstep.source.SourceText;
import org.junit.jupiter.api.AfterAll;
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
    private static final String ONLY = System.getProperty("nfstep.lab", "");
    private static final String OTHERS = System.getProperty("nfstep.labs", "");
    private static final List<Compared> COMPARED =
            Stream.of(Backend.values()).map(Compared::with).toList();

    /** How much agreed with a backend. */
    private record Compared(Backend backend, LongAdder labs, LongAdder events) {
        static Compared with(Backend backend) {
            return new Compared(backend, new LongAdder(), new LongAdder());
        }

        void add(int agreed) {
            labs.increment();
            events.add(agreed);
        }
    }

    @TestFactory
    Stream<DynamicTest> a_lab_does_on_the_kernel_what_it_does_in_the_model() throws IOException {
        List<SourceText> labs = new ArrayList<>(LabSuite.own());
        if (!OTHERS.isBlank()) {
            labs.addAll(LabSuite.folder(Path.of(OTHERS)));
        }
        return labs.stream().filter(lab -> lab.name().contains(ONLY)).flatMap(lab -> backends()
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
        COMPARED.stream().filter(it -> it.backend() == backend).forEach(it -> it.add(verification.total()));
    }

    /** What a kernel does not repeat, such as a limit per second on a machine that was busy for a moment, is no answer. */
    private static Verification verified(LabRun run, Backend backend) throws KernelUnavailable {
        Verification verification = Verification.ofLab(run.walk(), LabFiles.NONE, backend);
        for (int again = 1; again < ATTEMPTS && verification.first().isPresent(); again++) {
            verification = Verification.ofLab(run.walk(), LabFiles.NONE, backend);
        }
        return verification;
    }

    /** README says how much that is, and does not say too much, nor what was true long ago. */
    @AfterAll
    static void prints_how_much_was_compared() throws IOException {
        String said = Readme.text().replaceAll("\\s+", " ");
        for (Compared compared : COMPARED) {
            String program = compared.backend().program();
            long labs = compared.labs().sum();
            long events = compared.events().sum();
            System.out.println(program + ": " + labs + " labs, " + events + " observable events agree");
            if (ONLY.isEmpty() && OTHERS.isBlank() && labs > 0) {
                Matcher numbers = Pattern.compile(program + ": more than ([\\d,]+) labs, ([\\d,]+) observable")
                        .matcher(said);
                assertThat(numbers.find()).isTrue();
                assertThat(labs).isBetween(number(numbers.group(1)), number(numbers.group(1)) * 11 / 10);
                assertThat(events).isBetween(number(numbers.group(2)), number(numbers.group(2)) * 11 / 10);
            }
        }
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }
}
