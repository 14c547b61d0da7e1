package nfstep.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import nfstep.event.CommandEvent;
import nfstep.event.Focus;
import nfstep.packet.IpFamily;
import nfstep.rules.Counter;
import nfstep.rules.Hook;
import nfstep.rules.TableName;
import nfstep.source.SourceText;
import nfstep.state.Counters;
import nfstep.state.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkTest {
    private final Walk walk = Samples.jumps();

    @ParameterizedTest(name = "step {0} is event {1}, rule {2} of it")
    @CsvSource({"0, 0, 0", "6, 6, 0", "7, 7, 0", "8, 7, 1", "9, 8, 0", "18, 17, 0"})
    void each_rule_that_was_passed_over_is_a_step(long number, int event, int offset) {
        assertThat(walk.position(number)).isEqualTo(new Position(event, offset));
        assertThat(walk.number(new Position(event, offset))).isEqualTo(number);
    }

    @Test
    void steps_are_numbered_without_a_gap_in_both_directions() {
        assertThat(walk.stepCount()).isEqualTo(19);
        for (long i = 1; i < walk.stepCount(); i++) {
            assertThat(walk.next(walk.position(i - 1))).contains(walk.position(i));
            assertThat(walk.previous(walk.position(i))).contains(walk.position(i - 1));
        }
        assertThat(walk.next(walk.last())).isEmpty();
        assertThat(walk.previous(walk.first())).isEmpty();
    }

    @Test
    void a_step_outside_the_walk_is_refused() {
        assertThatThrownBy(() -> walk.at(new Position(7, 2))).hasMessageContaining("no such step");
        assertThatThrownBy(() -> walk.position(19)).hasMessageContaining("0-18");
    }

    @Test
    void the_moment_after_a_step_is_the_moment_before_the_next() {
        Moment last = new Moment(walk.start(), Focus.START);
        for (long i = 0; i < walk.stepCount(); i++) {
            Scene scene = walk.at(walk.position(i));
            assertThat(scene.before().focus()).isEqualTo(last.focus());
            assertThat(scene.before().world()).isEqualTo(last.world());
            last = scene.after();
        }
        assertThat(last.world()).isEqualTo(walk.end().world());
    }

    @Test
    void the_place_in_a_chain_follows_the_rules_that_are_passed_over() {
        List<Integer> rules = LongStream.of(6, 7, 8, 9)
                .mapToObj(n -> walk.at(walk.position(n))
                        .after()
                        .focus()
                        .top()
                        .orElseThrow()
                        .rule())
                .toList();
        assertThat(rules).containsExactly(0, 1, 2, 3);
    }

    @Test
    void counters_are_those_of_the_step() {
        var key = new Counters.PolicyKey(IpFamily.IPV4, TableName.FILTER, Hook.FORWARD);
        Scene scene = walk.at(Position.of(15));
        assertThat(scene.before().world().netfilter("host").counters().ofPolicy(key))
                .isEqualTo(Counter.ZERO);
        assertThat(scene.after()
                        .world()
                        .netfilter("host")
                        .counters()
                        .ofPolicy(key)
                        .packets())
                .isOne();
    }

    @Test
    void a_walk_that_grows_leaves_the_shorter_one_as_it_is() {
        Walk longer = walk.append(new CommandEvent.Printed("more"));
        assertThat(walk.stepCount()).isEqualTo(19);
        assertThat(longer.stepCount()).isEqualTo(20);
        assertThat(longer.at(longer.last()).event().sentence()).isEqualTo("it prints: more");
    }

    @Test
    void long_stretches_without_a_packet_are_replayed_from_a_checkpoint() {
        Walk walk = Walk.startingAt(new SourceText("a", ""), World.initial());
        for (int i = 0; i < 3 * Walk.STRETCH; i++) {
            walk = walk.append(new CommandEvent.TimePassed(i, i + 1));
        }
        for (int i : List.of(0, Walk.STRETCH - 1, Walk.STRETCH, 2 * Walk.STRETCH + 5, 3 * Walk.STRETCH - 1)) {
            assertThat(walk.at(Position.of(i)).after().world().now()).isEqualTo(i + 1);
        }
    }

    @Test
    void an_empty_walk_has_no_step() {
        Walk empty = Walk.startingAt(new SourceText("a", ""), World.initial());
        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.stepCount()).isZero();
        assertThatThrownBy(empty::first).isInstanceOf(IllegalArgumentException.class);
    }
}
