package nfstep.rules;

import java.util.Optional;

/**
 * One condition of a rule, {@code -m NAME ...}. Each is a record in a file of its own under {@code rules.xt}, which holds
 * its data, its test, its explanation and its syntax.
 */
public interface Match extends Loadable {
    /** The name behind {@code -m}. */
    String name();

    /** Whether the packet is as wanted. Called for each packet: allocates nothing. */
    boolean matches(MatchContext context);

    /** What was wanted and what was seen. Called only when somebody looks. */
    Evidence explain(MatchContext context);

    /** The options as {@code iptables-save} prints them, without {@code -m NAME}; empty if there are none. */
    String options();

    /**
     * The match as {@code iptables -L} prints it.
     *
     * @param numeric as with {@code -n}: ports and the like as numbers
     */
    default String listing(boolean numeric) {
        return options();
    }

    /** Whether a rule with this match switches connection tracking on: {@code nf_ct_netns_get}. */
    default boolean needsConntrack() {
        return false;
    }

    /** Whether a rule with this match has fragments put together: {@code nf_defrag_ipv4_enable}. */
    default boolean needsDefrag() {
        return false;
    }

    /** Whether a rule with this match turns accounting on for good when it is loaded: {@code nf_ct_set_acct}. */
    default boolean needsAccounting() {
        return false;
    }

    /** Whether the packet is dropped at once, whatever the rules say: {@code par->hotdrop}; it may match all the same. */
    default boolean hotDrop(MatchContext context) {
        return false;
    }

    /**
     * Whether iptables-nft 1.8.9 writes it in expressions of nftables, which read no more of a header than they need and
     * never drop a packet at once; all others it leaves to {@code nft_compat}.
     */
    default boolean isExpression() {
        return false;
    }

    /** As {@link #matches}, where it is an expression. */
    default boolean matchesAsExpression(MatchContext context) {
        return matches(context);
    }

    /** What it does to a packet that it matched, besides answering; nothing for all but one. */
    default Optional<Effect> effect(MatchContext context) {
        return Optional.empty();
    }

    /** Whether nfstep knows what this match does; if not, a packet that meets it is uncertain. */
    default boolean isModelled() {
        return true;
    }

    /** The whole condition as {@code iptables-save} prints it. */
    default String toSyntax() {
        return options().isEmpty() ? "-m " + name() : "-m " + name() + " " + options();
    }
}
