package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceShiftTest {
    private static final SequenceShift ONCE = SequenceShift.NONE.plus(1000, 2);

    @ParameterizedTest(name = "number {0} moves by {1}")
    @CsvSource({"999, 0", "1000, 0", "1001, 2", "5000, 2"})
    void numbers_behind_the_segment_that_grew_move(int number, int by) {
        assertThat(ONCE.at(number)).isEqualTo(by);
    }

    @ParameterizedTest(name = "an acknowledgement of {0} goes back by {1}")
    @CsvSource({"1000, 0", "1001, 2", "1003, 2"})
    void acknowledgements_go_back_to_the_numbers_that_the_sender_knows(int acknowledged, int by) {
        assertThat(ONCE.of(acknowledged)).isEqualTo(by);
    }

    @Test
    void a_second_segment_adds_to_the_first() {
        SequenceShift twice = ONCE.plus(2000, -1);
        assertThat(twice).isEqualTo(new SequenceShift(2000, 2, 1));
    }

    @Test
    void a_segment_that_is_sent_again_does_not_count_twice() {
        assertThat(ONCE.plus(1000, 2)).isEqualTo(ONCE);
        assertThat(SequenceShift.NONE.plus(1000, 0)).isEqualTo(SequenceShift.NONE);
    }
}
