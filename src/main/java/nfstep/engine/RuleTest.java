package nfstep.engine;

import nfstep.event.At;
import nfstep.event.ChainRef;
import nfstep.event.FirstFailures;
import nfstep.event.RuleEvent;
import nfstep.rules.Backend;
import nfstep.rules.Chance;
import nfstep.rules.ChanceMatch;
import nfstep.rules.Effect;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.Rule;
import nfstep.rules.Skb;
import nfstep.rules.StatefulMatch;
import nfstep.state.DrawKind;

/** Tests the conditions of one rule in the kernel's order; stateful and unmodelled matches report what they did. */
final class RuleTest {
    /** All conditions hold. */
    static final int HOLDS = -1;
    /** A condition fails in a way that drops the packet at once. */
    static final int HOT_DROP = -2;

    private static final String CUT_SHORT = "a header is cut short: the match drops the packet at once";

    private final HookContext context;
    private final Walker walker;
    private final boolean nft;
    private String dropReason = "";

    /** Whoever walks through the rules that are tested. */
    interface Walker {
        /** Called before a test reports an event, so that rules passed earlier are reported first. */
        void beforeEvent();

        /** Carries out what a match does to the packet; says what further matches look at. */
        MatchContext carryOut(Effect effect, Rule rule, int number);
    }

    RuleTest(HookContext context, Walker walker) {
        this.context = context;
        this.walker = walker;
        this.nft = context.run().world().backend() == Backend.NFT;
    }

    /** {@link #HOLDS}, {@link #HOT_DROP}, or the condition that fails first as {@link FirstFailures} numbers it. */
    int test(Rule rule, ChainRef chain, int number, MatchContext matching) {
        int failing = rule.base().firstFailing(matching);
        return failing >= 0 || rule.matches().isEmpty() ? failing : testMatches(rule, chain, number, matching);
    }

    /** Why the packet was dropped at once, after {@link #HOT_DROP}. */
    String dropReason() {
        return dropReason;
    }

    /** Whether a match of the last rule dropped the packet at once, though it holds: the rule counts it all the same. */
    boolean dropsThoughItHolds() {
        return !dropReason.isEmpty();
    }

    private int testMatches(Rule rule, ChainRef chain, int number, MatchContext matching) {
        int unmodelled = -1;
        Where where = new Where(chain, number, matching);
        for (int i = 0; i < rule.matches().size(); i++) {
            Match match = rule.matches().get(i);
            boolean played = unmodelled < 0 && match instanceof ChanceMatch && isChosen();
            if (!match.isModelled() && !played) {
                unmodelled = unmodelled < 0 ? i : unmodelled;
                continue;
            }
            int answer = test(match, rule, i, where);
            if (unmodelled >= 0 && dropsThoughItHolds()) {
                dropReason = "";
                return report(rule, unmodelled, where);
            }
            if (answer != HOLDS || (nft && dropsThoughItHolds())) {
                return dropReason.isEmpty() ? answer : HOT_DROP;
            }
            where = after(match, rule, where);
        }
        return unmodelled < 0 ? HOLDS : report(rule, unmodelled, where);
    }

    private int test(Match match, Rule rule, int position, Where where) {
        if (match instanceof StatefulMatch stateful) {
            return ask(stateful, rule, position, where);
        }
        if (match instanceof ChanceMatch chance && !match.isModelled()) {
            return play(chance, rule, position, where);
        }
        if (nft && match.isExpression()) {
            return match.matchesAsExpression(where.matching()) ? HOLDS : FirstFailures.FIRST_MATCH + position;
        }
        boolean holds = match.matches(where.matching());
        if (match.hotDrop(where.matching())) {
            dropReason = CUT_SHORT;
        }
        return holds ? HOLDS : FirstFailures.FIRST_MATCH + position;
    }

    private boolean isChosen() {
        return context.run()
                .world()
                .draws()
                .next(context.namespace(), DrawKind.STATISTIC)
                .isPresent();
    }

    /** {@code xt_statistic.c}, {@code statistic_mt}, with what the lab chose in place of {@code get_random_u32}. */
    private int play(ChanceMatch match, Rule rule, int position, Where where) {
        walker.beforeEvent();
        At at = context.at(where.matching().skb());
        Chance drawn = new Chance(
                Draws.of(context.run(), at).chosen(DrawKind.STATISTIC).orElseThrow());
        boolean holds = match.holds(drawn);
        context.emit(new RuleEvent.MatchAsked(
                at,
                where.chain(),
                where.number(),
                RuleEvent.MatchAsked.Asked.of(rule, position),
                holds,
                match.seen(drawn),
                new StatefulMatch.NoLesson()));
        return holds ? HOLDS : FirstFailures.FIRST_MATCH + position;
    }

    private Where after(Match match, Rule rule, Where where) {
        return match.effect(where.matching())
                .map(effect -> new Where(where.chain(), where.number(), walker.carryOut(effect, rule, where.number())))
                .orElse(where);
    }

    private int report(Rule rule, int unmodelled, Where where) {
        walker.beforeEvent();
        Skb skb = where.matching().skb();
        String extension = "-m " + rule.matches().get(unmodelled).name();
        context.emit(new RuleEvent.MetUnmodelled(context.at(skb), where.chain(), where.number(), extension, false));
        return FirstFailures.FIRST_MATCH + unmodelled;
    }

    private record Where(ChainRef chain, int number, MatchContext matching) {}

    private StatefulMatch.Memory initial(StatefulMatch match, long now) {
        return nft && match.isExpression() ? match.initialAsExpression(now) : match.initial(now);
    }

    private int ask(StatefulMatch match, Rule rule, int position, Where where) {
        walker.beforeEvent();
        var asked = RuleEvent.MatchAsked.Asked.of(rule, position);
        StatefulMatch.Memory memory = context.netfilter()
                .counters()
                .memory(asked.memory())
                .orElseGet(() -> initial(match, where.matching().now()));
        boolean isExpression = nft && match.isExpression();
        StatefulMatch.Answer answer =
                isExpression ? match.testAsExpression(where.matching(), memory) : match.test(where.matching(), memory);
        context.emit(new RuleEvent.MatchAsked(
                context.at(where.matching().skb()),
                where.chain(),
                where.number(),
                asked,
                answer.matched(),
                answer.seen(),
                answer.lesson()));
        if (answer.drops()) {
            dropReason = "-m " + match.name() + " drops the packet at once: " + answer.seen();
        }
        return answer.matched() ? HOLDS : FirstFailures.FIRST_MATCH + position;
    }
}
