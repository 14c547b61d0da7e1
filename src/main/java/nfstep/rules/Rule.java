package nfstep.rules;

import java.util.List;

/**
 * One rule of a chain: {@code struct ipt_entry}.
 *
 * @param id its number in the world, unique; counters and match memories are kept by it
 * @param matches in the order in which they are tested, the base conditions aside
 */
public record Rule(long id, BaseMatch base, List<Match> matches, Action action, Origin origin) {
    public Rule {
        matches = List.copyOf(matches);
    }

    /**
     * Whether it is tested without any condition, so that the kernel's trace takes it for a policy:
     * {@code ip_tables.c}, {@code unconditional}.
     */
    public boolean isUnconditional() {
        return base.isEmpty() && matches.isEmpty();
    }

    /** Whether it switches connection tracking on. */
    public boolean needsConntrack() {
        return matches.stream().anyMatch(Match::needsConntrack)
                || (action instanceof Action.Extension e && e.target().needsConntrack());
    }

    /** Whether it has fragments put together before any rule sees them. */
    public boolean needsDefrag() {
        return matches.stream().anyMatch(Match::needsDefrag);
    }

    /** Whether it turns accounting on when it is loaded. */
    public boolean needsAccounting() {
        return matches.stream().anyMatch(Match::needsAccounting);
    }

    /** This rule under another number. */
    public Rule withId(long other) {
        return new Rule(other, base, matches, action, origin);
    }

    /** This rule with other base conditions. */
    public Rule withBase(BaseMatch other) {
        return new Rule(id, other, matches, action, origin);
    }

    /** This rule with another end. */
    public Rule withAction(Action other) {
        return new Rule(id, base, matches, other, origin);
    }

    /** Everything behind {@code -A CHAIN}, as {@code iptables-save} prints it. */
    public String toSyntax() {
        StringBuilder text = new StringBuilder(base.toSyntax());
        matches.forEach(m -> append(text, m.toSyntax()));
        append(text, action.toSyntax());
        return text.toString();
    }

    /** Whether both say the same, whatever their number and origin. */
    public boolean sameAs(Rule other) {
        return base.equals(other.base) && matches.equals(other.matches) && action.equals(other.action);
    }

    private static void append(StringBuilder text, String part) {
        if (!part.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(part);
        }
    }
}
