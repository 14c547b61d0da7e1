package nfstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.rules.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepViewTest {
    private final Walk walk = Samples.jumps();

    @ParameterizedTest(name = "step {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | $ ping 10.1.0.2",
                "7 | rule 1 of filter/FORWARD does not match: it wants -d 10.9.9.9/32, the packet has"
                        + " destination 10.1.0.2",
                "8 | rule 2 of filter/FORWARD does not match: it wants -p tcp, the packet has protocol icmp",
                "9 | rule 3 of filter/FORWARD matches: -p icmp -j A",
                "16 | policy of filter/FORWARD: DROP"
            })
    void each_step_has_its_sentence(long step, String sentence) {
        assertThat(StepView.of(walk, walk.position(step)).sentence()).isEqualTo(sentence);
    }

    @Test
    void a_rule_that_was_passed_over_is_shown_with_what_failed() {
        StepView view = StepView.of(walk, new Position(7, 1));
        assertThat(view.rule())
                .get()
                .extracting(RuleLine::number, RuleLine::text)
                .containsExactly(2, "-p tcp -j ACCEPT");
        assertThat(view.failed()).contains(new Evidence("-p tcp", "protocol icmp"));
    }

    @Test
    void a_step_that_is_about_no_rule_shows_none() {
        assertThat(StepView.of(walk, Position.of(3)).rule()).isEmpty();
    }
}
