package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzFiguresTest {
    private static String sentence(long differ, List<Long> unrepeated) {
        return new FuzzFigures(30, 2000, 900, 12000, differ, unrepeated, "6.18.44-cloud").sentence();
    }

    @Test
    void a_lab_that_differed_once_only_is_named_so_that_it_can_be_tried_again() {
        assertThat(sentence(0, List.of()))
                .isEqualTo("30 labs, 2000 packets, 900 rules, 12000 observable events compared with Linux 6.18.44:"
                        + " no difference");
        assertThat(sentence(0, List.of(7L))).endsWith(": no difference, 1 that the kernel did not repeat: 7");
        assertThat(sentence(2, List.of(7L, 19L))).endsWith(": 2 differ, 2 that the kernel did not repeat: 7, 19");
    }
}
