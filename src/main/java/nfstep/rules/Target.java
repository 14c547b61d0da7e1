package nfstep.rules;

import java.util.List;
import java.util.Optional;

/**
 * What a rule does with a packet, {@code -j NAME ...}, for targets that are extensions. Each is a record in a file of its
 * own under {@code rules.xt}.
 */
public interface Target extends Loadable {
    /** The name behind {@code -j}. */
    String name();

    /** The name that {@code iptables -L} prints: the kernel's own. */
    default String listedName() {
        return name();
    }

    /** What happens to the packet. */
    TargetResult apply(MatchContext context);

    /** The options as {@code iptables-save} prints them; empty if there are none. */
    String options();

    /**
     * What {@code iptables -L} prints behind the target's name and the conditions; empty if there is nothing to add.
     *
     * @param numeric as with {@code -n}: levels and the like as numbers
     */
    default String listing(boolean numeric) {
        return options();
    }

    /** Whether a rule with this target switches connection tracking on: {@code nf_ct_netns_get}. */
    default boolean needsConntrack() {
        return false;
    }

    /** Whether iptables-nft 1.8.9 writes it in expressions of nftables, which may stand in any table. */
    default boolean isExpression() {
        return false;
    }

    /** Why the kernel refuses it in a rule with these conditions; none where it does not. */
    default Optional<String> refusedBeside(List<Match> matches) {
        return Optional.empty();
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
