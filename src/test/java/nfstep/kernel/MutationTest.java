package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutationTest {
    @Test
    void each_mistake_has_one_place_in_the_source() throws IOException {
        List<Mutation> mutations = Mutation.all();
        assertThat(mutations).hasSizeGreaterThanOrEqualTo(30);
        for (Mutation mutation : mutations) {
            assertThat(mutation.places()).as(mutation.toString()).isEqualTo(1);
            assertThat(mutation.after()).isNotEqualTo(mutation.before());
        }
    }
}
