package nfstep.rules;

/**
 * What a rule does with a packet, {@code -j NAME ...}, for targets that are extensions. Each is a record in a file of its
 * own under {@code rules.xt}.
 */
public interface Target {
    /** The name behind {@code -j}. */
    String name();

    /** What happens to the packet. */
    TargetResult apply(MatchContext context);

    /** The options as {@code iptables-save} prints them; empty if there are none. */
    String options();

    /** Whether a rule with this target switches connection tracking on: {@code nf_ct_netns_get}. */
    default boolean needsConntrack() {
        return false;
    }

    /** Whether nfstep knows what this target does; if not, a packet that meets it is uncertain. */
    default boolean isModelled() {
        return true;
    }

    /** The whole target as {@code iptables-save} prints it. */
    default String toSyntax() {
        return options().isEmpty() ? "-j " + name() : "-j " + name() + " " + options();
    }
}
