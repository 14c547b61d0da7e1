package nfstep.engine;

import nfstep.event.ChainRef;
import nfstep.event.FirstFailures;
import nfstep.event.RuleEvent;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.Rule;
import nfstep.rules.Skb;
import nfstep.rules.StatefulMatch;

/** Tests the conditions of one rule in the kernel's order; stateful and unmodelled matches report what they did. */
final class RuleTest {
    /** All conditions hold. */
    static final int HOLDS = -1;
    /** A condition fails in a way that drops the packet at once. */
    static final int HOT_DROP = -2;

    private final HookContext context;
    private final Runnable beforeEvent;

    /**
     * @param beforeEvent called before this test reports an event, so that rules passed earlier are reported first
     */
    RuleTest(HookContext context, Runnable beforeEvent) {
        this.context = context;
        this.beforeEvent = beforeEvent;
    }

    /** {@link #HOLDS}, {@link #HOT_DROP}, or the condition that fails first as {@link FirstFailures} numbers it. */
    int test(Rule rule, ChainRef chain, int number, MatchContext matching) {
        int failing = rule.base().firstFailing(matching);
        return failing >= 0 || rule.matches().isEmpty() ? failing : testMatches(rule, chain, number, matching);
    }

    private int testMatches(Rule rule, ChainRef chain, int number, MatchContext matching) {
        int unmodelled = -1;
        for (int i = 0; i < rule.matches().size(); i++) {
            Match match = rule.matches().get(i);
            if (!match.isModelled()) {
                unmodelled = unmodelled < 0 ? i : unmodelled;
            } else if (!holds(match, rule, i, new Where(chain, number, matching))) {
                return match.hotDrop(matching) ? HOT_DROP : FirstFailures.FIRST_MATCH + i;
            }
        }
        if (unmodelled < 0) {
            return HOLDS;
        }
        beforeEvent.run();
        Skb skb = matching.skb();
        String extension = "-m " + rule.matches().get(unmodelled).name();
        context.emit(new RuleEvent.MetUnmodelled(context.at(skb), chain, number, extension, false));
        return FirstFailures.FIRST_MATCH + unmodelled;
    }

    private record Where(ChainRef chain, int number, MatchContext matching) {}

    private boolean holds(Match match, Rule rule, int position, Where where) {
        if (!(match instanceof StatefulMatch stateful)) {
            return match.matches(where.matching());
        }
        beforeEvent.run();
        var asked = RuleEvent.MatchAsked.Asked.of(rule, position);
        StatefulMatch.Memory memory = context.netfilter()
                .counters()
                .memory(asked.memory())
                .orElseGet(() -> stateful.initial(where.matching().now()));
        StatefulMatch.Answer answer = stateful.test(where.matching(), memory);
        context.emit(new RuleEvent.MatchAsked(
                context.at(where.matching().skb()),
                where.chain(),
                where.number(),
                asked,
                answer.matched(),
                answer.seen(),
                answer.lesson()));
        return answer.matched();
    }
}
