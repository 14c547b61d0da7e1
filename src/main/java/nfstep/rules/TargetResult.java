package nfstep.rules;

import java.util.List;
import java.util.Optional;

/**
 * What a target answers.
 *
 * @param verdict the end of the walk through this table, or none to go on with the next rule
 */
public record TargetResult(Optional<Verdict> verdict, List<Effect> effects) {
    /** Go on with the next rule; nothing else happens. */
    public static final TargetResult CONTINUE = new TargetResult(Optional.empty(), List.of());

    public TargetResult {
        effects = List.copyOf(effects);
    }

    /** Go on with the next rule after these effects. */
    public static TargetResult goOn(Effect... effects) {
        return new TargetResult(Optional.empty(), List.of(effects));
    }

    /** End the walk through this table after these effects. */
    public static TargetResult end(Verdict verdict, Effect... effects) {
        return new TargetResult(Optional.of(verdict), List.of(effects));
    }
}
