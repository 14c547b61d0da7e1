package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nfstep.rules.Backend;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first labs of some seeds; {@code nfstep fuzz} has no end. */
@Tag("kernel")
class FuzzTest {
    private static final int LABS = 30;

    @ParameterizedTest
    @EnumSource(Backend.class)
    void labs_made_at_random_do_on_the_kernel_what_they_do_in_the_model(Backend backend) throws KernelUnavailable {
        try (Fuzz fuzz = new Fuzz(1, Fuzz.Labs.count(LABS), 2, backend)) {
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
