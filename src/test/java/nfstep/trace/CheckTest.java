package nfstep.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import nfstep.rules.Backend;
import org.junit.jupiter.api.Test;

class CheckTest {
    private static final Check.Finding FINDING = new Check.Finding(5, "host", "a", "");

    private static Check check(List<Integer> same, List<Check.Finding> findings) {
        return new Check(Backend.NFT, "6.18.44-cloud", 3, 4, 9, Check.runs(same), findings);
    }

    @Test
    void a_step_agrees_differs_is_not_seen_or_came_later() {
        Check check = check(List.of(1, 2, 7), List.of(FINDING));
        assertThat(check.mark(Position.of(2))).contains(Check.Mark.AGREED);
        assertThat(check.mark(Position.of(5))).contains(Check.Mark.DIFFERS);
        assertThat(check.mark(Position.of(3))).contains(Check.Mark.UNSEEN);
        assertThat(check.mark(new Position(2, 1))).contains(Check.Mark.UNSEEN);
        assertThat(check.mark(Position.of(9))).isEqualTo(Optional.empty());
    }

    @Test
    void it_names_the_kernel_and_the_backend() {
        assertThat(check(List.of(), List.of()).sentence())
                .isEqualTo("3 of 4 observable events agree with Linux 6.18.44 (iptables-nft)");
    }

    @Test
    void any_numbers_are_found_again_in_their_runs() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            TreeSet<Integer> same = new TreeSet<>();
            for (int k = random.nextInt(9); k > 0; k--) {
                same.add(random.nextInt(9));
            }
            Check check = check(new ArrayList<>(same), List.of());
            for (int event = 0; event < 9; event++) {
                assertThat(check.mark(Position.of(event)).orElseThrow() == Check.Mark.AGREED)
                        .as(same + " " + event)
                        .isEqualTo(same.contains(event));
            }
        }
    }

    @Test
    void there_is_no_check_of_what_is_not_there() {
        assertThatThrownBy(() -> check(List.of(9), List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> check(List.of(), List.of(new Check.Finding(9, "host", "", ""))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
