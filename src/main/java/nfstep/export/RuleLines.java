package nfstep.export;

import java.util.Optional;
import nfstep.event.RuleEvent;

/** What a report says of a packet's way through chains, below the line of its chain. */
final class RuleLines {
    private RuleLines() {}

    /** The line of an event; none for one that has none of its own. */
    static Optional<String> of(RuleEvent event) {
        if (event instanceof RuleEvent.RuleMatched matched) {
            String text = matched.rule().toSyntax();
            return Optional.of(
                    "rule " + matched.number() + " matches: " + (text.isEmpty() ? "(it only counts)" : text));
        }
        if (event instanceof RuleEvent.ChainLeft left) {
            return Optional.of(
                    left.byRule() ? "back to the caller by rule " + left.number() : "end of chain, back to the caller");
        }
        if (event instanceof RuleEvent.PolicyApplied policy) {
            return Optional.of("policy " + policy.policy());
        }
        boolean silent = event instanceof RuleEvent.RulesPassed || event instanceof RuleEvent.ChainEntered;
        return silent ? Optional.empty() : Optional.of(event.sentence());
    }

    /** The line of a chain. */
    static String chain(RuleEvent.ChainEntered entered) {
        return switch (entered.how()) {
            case HOOK -> entered.chain().path();
            case JUMP -> "chain " + entered.chain().chain();
            case GOTO -> "chain " + entered.chain().chain() + ", by goto";
        };
    }
}
