package nfstep.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.event.Event;
import nfstep.event.RuleEvent;
import nfstep.rules.Evidence;

/**
 * What a user reads at one step.
 *
 * @param rule the rule that the step is about, if it is about one
 * @param failed for a rule that was passed over: the condition that failed first
 */
public record StepView(Position position, String sentence, Optional<RuleLine> rule, Optional<Evidence> failed) {
    /** What a user reads at a step of a walk. */
    public static StepView of(Walk walk, Position position) {
        return of(walk, walk.at(position));
    }

    /** What a user reads at a step of a walk that was looked up already. */
    public static StepView of(Walk walk, Scene scene) {
        if (scene.event() instanceof RuleEvent.RulesPassed passed) {
            return passed(new PassedRule(walk, scene, passed));
        }
        Optional<Evidence> failed = scene.event() instanceof RuleEvent.MatchAsked asked && !asked.matched()
                ? rule(scene).map(line -> PassedRule.asked(line, asked))
                : Optional.empty();
        return new StepView(scene.position(), scene.event().sentence(), rule(scene), failed);
    }

    /** What a user reads of each rule that an event passed over. */
    public static List<StepView> ofPassed(Walk walk, int event) {
        Scene scene = walk.at(Position.of(event));
        List<StepView> views = new ArrayList<>();
        if (scene.event() instanceof RuleEvent.RulesPassed passed) {
            for (int i = 0; i < passed.failing().size(); i++) {
                Scene rule = new Scene(new Position(event, i), passed, scene.before(), scene.after());
                views.add(passed(new PassedRule(walk, rule, passed)));
            }
        }
        return views;
    }

    private static StepView passed(PassedRule passed) {
        return new StepView(passed.position(), passed.sentence(), passed.line(), passed.evidence());
    }

    private static Optional<RuleLine> rule(Scene scene) {
        return scene.event() instanceof RuleEvent event
                ? number(event)
                        .flatMap(n ->
                                RuleLine.find(scene.before().world(), event.at().namespace(), event.chain(), n))
                : Optional.empty();
    }

    private static Optional<Integer> number(Event event) {
        if (event instanceof RuleEvent.RuleMatched matched) {
            return Optional.of(matched.number());
        } else if (event instanceof RuleEvent.MatchAsked asked) {
            return Optional.of(asked.number());
        } else if (event instanceof RuleEvent.TargetApplied applied) {
            return Optional.of(applied.number());
        } else if (event instanceof RuleEvent.Logged logged) {
            return Optional.of(logged.number());
        } else if (event instanceof RuleEvent.Reported reported) {
            return Optional.of(reported.number());
        } else if (event instanceof RuleEvent.MetUnmodelled met) {
            return Optional.of(met.number());
        }
        return event instanceof RuleEvent.ChainLeft left && left.byRule()
                ? Optional.of(left.number())
                : Optional.empty();
    }
}
