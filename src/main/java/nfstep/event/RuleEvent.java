package nfstep.event;

import java.util.List;
import nfstep.rules.Action;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.Rule;
import nfstep.rules.Skb;
import nfstep.rules.StatefulMatch;
import nfstep.rules.Verdict;
import nfstep.state.Change;
import nfstep.state.Counters;

/** The way of a packet through chains. */
public sealed interface RuleEvent extends PacketEvent {
    /** The chain that it happens in. */
    ChainRef chain();

    /**
     * The packet comes to the head of a chain.
     *
     * @param how by the hook, a jump or a goto
     */
    record ChainEntered(At at, ChainRef chain, Entry how) implements RuleEvent {
        /** How a packet comes to a chain. */
        public enum Entry {
            HOOK,
            JUMP,
            GOTO
        }

        @Override
        public String sentence() {
            return switch (how) {
                case HOOK -> "into chain " + chain.path();
                case JUMP -> "jump into chain " + chain.path();
                case GOTO -> "goto chain " + chain.path() + ": it does not come back here";
            };
        }

        @Override
        public Focus moves(Focus focus) {
            return how == Entry.GOTO ? focus.leaving().entering(chain) : focus.entering(chain);
        }
    }

    /**
     * The packet passes rules that do not match; one event for all of them, each a step of its own.
     *
     * @param from the first of them, from 1
     * @param failing for each rule, which condition failed first
     */
    record RulesPassed(At at, ChainRef chain, int from, FirstFailures failing) implements RuleEvent {
        public RulesPassed {
            if (from < 1) {
                throw new IllegalArgumentException("rules are counted from 1: " + from);
            }
        }

        /** The last of them. */
        public int to() {
            return from + failing.size() - 1;
        }

        @Override
        public String sentence() {
            return from == to()
                    ? "rule " + from + " of " + chain.path() + " does not match"
                    : "rules " + from + " to " + to() + " of " + chain.path() + " do not match";
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.atRule(to());
        }
    }

    /** All conditions of a rule hold: it counts the packet, of that length in bytes. */
    record RuleMatched(At at, ChainRef chain, int number, Rule rule, int length) implements RuleEvent {
        @Override
        public String sentence() {
            return "rule " + number + " of " + chain.path() + " matches: " + rule.toSyntax();
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.RuleCounted(at.namespace(), rule.id(), length));
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.atRule(number);
        }

        /** Whether the kernel's trace would take it for a policy or return. */
        public boolean looksLikePolicy() {
            return rule.isUnconditional()
                    && (rule.action() instanceof Action.Standard || rule.action() instanceof Action.Return);
        }
    }

    /** A match that remembers earlier packets was asked. */
    record MatchAsked(
            At at, ChainRef chain, int number, Asked match, boolean matched, String seen, StatefulMatch.Lesson lesson)
            implements RuleEvent {
        /**
         * The match that was asked.
         *
         * @param position in the rule, from 0
         * @param memory where it remembers
         */
        public record Asked(int position, Counters.MemoryKey memory) {
            /** The match of a rule at that position. */
            public static Asked of(Rule rule, int position) {
                return new Asked(position, Counters.MemoryKey.of(rule, position));
            }
        }

        @Override
        public String sentence() {
            return "rule " + number + " of " + chain.path() + (matched ? " holds for now: " : " does not hold: ")
                    + seen;
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.MatchLearned(at.namespace(), match.memory(), lesson));
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.atRule(number);
        }
    }

    /**
     * The packet leaves a chain that rules led to.
     *
     * @param number the RETURN rule, or one more than the chain has rules at its end
     */
    record ChainLeft(At at, ChainRef chain, int number, boolean byRule) implements RuleEvent {
        @Override
        public String sentence() {
            return byRule
                    ? "back from " + chain.path() + " by rule " + number
                    : "end of chain " + chain.path() + ", back to the caller";
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.leaving();
        }
    }

    /**
     * The policy of a base chain decides.
     *
     * @param number one more than the chain has rules
     */
    record PolicyApplied(At at, ChainRef chain, Hook hook, int number, Verdict policy, int length)
            implements RuleEvent {
        @Override
        public String sentence() {
            return "policy of " + chain.path() + ": " + policy;
        }

        @Override
        public List<Change> changes() {
            var key = new Counters.PolicyKey(chain.family(), chain.table(), hook);
            return List.of(new Change.PolicyCounted(at.namespace(), key, length));
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.withStack(List.of(new Focus.Frame(chain, number)));
        }
    }

    /** A target changed what the packet carries: mark, bytes, trace. */
    record TargetApplied(At at, ChainRef chain, int number, Skb before, Skb after, String what) implements RuleEvent {
        @Override
        public String sentence() {
            String difference = PacketDifference.of(before, after);
            return "rule " + number + " of " + chain.path() + ": " + what
                    + (difference.isEmpty() ? "" : ", " + difference);
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(after);
        }
    }

    /** LOG wrote a line to the kernel log. */
    record Logged(At at, ChainRef chain, int number, HookState where, Skb skb, Effect.Log log) implements RuleEvent {
        @Override
        public String sentence() {
            return "rule " + number + " of " + chain.path() + " writes to the kernel log: " + log.prefix()
                    + skb.packet();
        }
    }

    /** NFLOG handed a copy to whoever listens to a group. */
    record Reported(At at, ChainRef chain, int number, Skb skb, Effect.Report report) implements RuleEvent {
        @Override
        public String sentence() {
            String prefix = report.prefix().isEmpty() ? "" : "with \"" + report.prefix() + "\", ";
            return "rule " + number + " of " + chain.path() + " hands a copy to whoever listens to group "
                    + report.group() + ": " + prefix + skb.packet();
        }
    }

    /** The packet met an extension that nfstep does not model; what follows depends on it. */
    record MetUnmodelled(At at, ChainRef chain, int number, String extension, boolean target) implements RuleEvent {
        /** Whether it draws a number, which no lab chose. */
        public boolean isChance() {
            return extension.equals("-m statistic");
        }

        @Override
        public String sentence() {
            return "UNCERTAIN: rule " + number + " of " + chain.path() + " depends on " + extension
                    + (isChance()
                            ? ", for which no line 'random statistic' says what is drawn"
                            : ", which nfstep does not model")
                    + "; the walk goes on as if it "
                    + (target ? "did nothing" : "did not match");
        }
    }
}
