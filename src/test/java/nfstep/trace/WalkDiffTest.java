package nfstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.event.CommandEvent;
import org.junit.jupiter.api.Test;

class WalkDiffTest {
    private final Walk walk = Samples.jumps();

    @Test
    void equal_walks_have_no_difference() {
        assertThat(WalkDiff.first(walk, Samples.jumps())).isEmpty();
    }

    @Test
    void a_longer_walk_parts_where_the_other_ends() {
        Walk longer = walk.append(new CommandEvent.Printed("more"));
        assertThat(WalkDiff.first(walk, longer))
                .get()
                .extracting(WalkDiff.Difference::sentence)
                .isEqualTo("event 19 is \"(the end)\" in one and \"it prints: more\" in the other");
    }

    @Test
    void the_first_event_that_says_something_else_is_found() {
        Walk other = new WalkBuilder()
                .command("iptables-restore")
                .rules(Samples.table())
                .command("ping 10.1.0.3")
                .walk();
        assertThat(WalkDiff.first(walk, other))
                .get()
                .extracting(WalkDiff.Difference::event)
                .isEqualTo(2);
    }
}
