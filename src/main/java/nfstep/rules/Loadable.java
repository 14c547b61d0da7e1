package nfstep.rules;

import java.util.Optional;

/** A part of a rule that the kernel looks at when the rule is loaded: {@code checkentry} of matches and targets. */
public interface Loadable {
    /**
     * Why the kernel refuses it in that table where packets of that hook come to it; none where it does not. For a chain
     * that only rules lead to, each hook that reaches the chain counts: {@code mark_source_chains}.
     */
    default Optional<String> refusedAt(TableName table, Hook hook) {
        return Optional.empty();
    }
}
