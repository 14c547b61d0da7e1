package nfstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.event.RuleEvent;
import nfstep.rules.Evidence;
import nfstep.rules.Hook;
import nfstep.rules.TableName;
import nfstep.rules.xt.LimitMatch;
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
    void what_depended_on_earlier_packets_is_told_as_it_was_seen_then() {
        WalkBuilder builder = new WalkBuilder()
                .rules(SampleTable.of(TableName.FILTER)
                        .with("FORWARD", SampleTable.rule("", 0, SampleTable.accept(), new LimitMatch(10_000, 5))))
                .sent(Samples.PING)
                .table(Hook.FORWARD, TableName.FILTER);
        var rule = RuleLine.find(builder.walk().end().world(), WalkBuilder.NS, builder.ref("FORWARD"), 1);
        var key = RuleEvent.MatchAsked.Asked.of(rule.orElseThrow().rule(), 0);
        Walk limited = builder.add(new RuleEvent.MatchAsked(
                        builder.at(), builder.ref("FORWARD"), 1, key, false, "no credit", new LimitMatch.Bucket(0, 7)))
                .passed("FORWARD", 1, 6)
                .walk();
        Evidence evidence = new Evidence("-m limit --limit 1/sec", "no credit");
        assertThat(StepView.of(limited, limited.last()).failed()).contains(evidence);
        assertThat(StepView.of(limited, Position.of(limited.size() - 2)).failed())
                .contains(evidence);
    }

    @Test
    void a_step_that_is_about_no_rule_shows_none() {
        assertThat(StepView.of(walk, Position.of(3)).rule()).isEmpty();
    }
}
