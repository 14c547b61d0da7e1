package nfstep.rules;

import java.util.List;
import java.util.Optional;

/**
 * A list of rules.
 *
 * @param hook the hook of a base chain ("built-in" to iptables); none for a chain that only rules lead to
 * @param policy what becomes of a packet that reaches the end of a base chain; ACCEPT and without meaning for others
 */
public record Chain(String name, Optional<Hook> hook, Verdict policy, List<Rule> rules) {
    public Chain {
        rules = List.copyOf(rules);
    }

    /** An empty base chain. */
    public static Chain base(Hook hook) {
        return new Chain(hook.name(), Optional.of(hook), Verdict.ACCEPT, List.of());
    }

    /** An empty chain that only rules lead to. */
    public static Chain regular(String name) {
        return new Chain(name, Optional.empty(), Verdict.ACCEPT, List.of());
    }

    /** Whether packets come here from a hook. */
    public boolean isBase() {
        return hook.isPresent();
    }

    /** This chain with other rules. */
    public Chain withRules(List<Rule> other) {
        return new Chain(name, hook, policy, other);
    }

    /** This chain with another policy. */
    public Chain withPolicy(Verdict other) {
        return new Chain(name, hook, other, rules);
    }
}
