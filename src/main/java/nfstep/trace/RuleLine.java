package nfstep.trace;

import java.util.Optional;
import nfstep.event.ChainRef;
import nfstep.rules.Chain;
import nfstep.rules.Rule;
import nfstep.state.World;

/**
 * A rule and its place.
 *
 * @param number from 1
 */
public record RuleLine(String namespace, ChainRef chain, int number, Rule rule) {
    /** The chain of that name in a world, if there is one. */
    public static Optional<Chain> chain(World world, String namespace, ChainRef ref) {
        return world.netfilter(namespace)
                .rules(ref.family())
                .find(ref.table())
                .flatMap(table -> table.chain(ref.chain()));
    }

    /** The rule with that number in a world, if there is one. */
    public static Optional<RuleLine> find(World world, String namespace, ChainRef ref, int number) {
        return chain(world, namespace, ref)
                .filter(found -> number >= 1 && number <= found.rules().size())
                .map(found -> new RuleLine(namespace, ref, number, found.rules().get(number - 1)));
    }

    /** As {@code iptables-save} prints what stands behind {@code -A CHAIN}. */
    public String text() {
        return rule.toSyntax();
    }
}
