package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nfstep.rules.Backend;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first labs of some seeds; {@code nfstep fuzz} has no end. */
@Tag("kernel")
class FuzzTest {
    private static final int LABS = 30;

    @Test
    void labs_made_at_random_do_on_the_kernel_what_they_do_in_the_model() throws KernelUnavailable {
        try (Fuzz fuzz = new Fuzz(1, LABS, 2, Backend.LEGACY)) {
            while (fuzz.hasNext()) {
                Optional<Fuzz.Found> found = fuzz.next();
                assertThat(found.map(f -> f.difference().render() + f.lab().text()))
                        .as(fuzz.figures().sentence())
                        .isEmpty();
            }
            assertThat(fuzz.figures().labs()).isEqualTo(LABS);
            assertThat(fuzz.figures().packets()).isGreaterThan(LABS);
        }
    }
}
