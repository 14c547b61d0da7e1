package nfstep.rules.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.source.Nearest;

/** The words of refusals: those of {@code libiptc.c}, {@code iptc_strerror}, then what they mean in this case. */
final class Refusal {
    private static final List<String> ENDS = List.of("ACCEPT", "DROP", "RETURN");

    private Refusal() {}

    static Optional<String> of(String known, String detail) {
        return Optional.of(known + ": " + detail);
    }

    static Optional<String> noChain(TableDraft draft, String chain) {
        return of("No chain/target/match by that name", missing(draft, chain));
    }

    /** What a rule leads to is neither a chain nor anything else that is known. */
    static Optional<String> noTarget(TableDraft draft, String target) {
        List<String> known = new ArrayList<>(ENDS);
        known.addAll(draft.regularNames());
        return Optional.of("Couldn't load target `" + target + "': there is no target and no chain " + target + " in "
                + table(draft) + meant(target, known));
    }

    static Optional<String> notForGoto(TableDraft draft, String chain) {
        return of("goto '" + chain + "' is not a chain", missing(draft, chain, draft.regularNames()));
    }

    static Optional<String> builtInTarget(String chain) {
        return of("Invalid argument", "a rule cannot lead to the built-in chain " + chain);
    }

    static Optional<String> tooBig(TableDraft draft, String what, String chain) {
        int count = draft.rules(chain).size();
        String rules = count == 1 ? "1 rule" : count + " rules";
        return of("Index of " + what + " too big", "chain " + chain + " has " + rules);
    }

    static Optional<String> noRule(TableDraft draft, String chain, String rule) {
        String detail = draft.has(chain)
                ? "chain " + chain + " of " + table(draft) + " has no rule " + rule
                : missing(draft, chain);
        return of("Bad rule (does a matching rule exist in that chain?)", detail);
    }

    static Optional<String> exists(TableDraft draft, String chain) {
        return of("Chain already exists", chain + " in " + table(draft));
    }

    static String missing(TableDraft draft, String chain) {
        return missing(draft, chain, draft.names());
    }

    static String table(TableDraft draft) {
        return "table " + draft.name().word();
    }

    private static String missing(TableDraft draft, String chain, List<String> known) {
        return "there is no chain " + chain + " in " + table(draft) + meant(chain, known);
    }

    private static String meant(String word, List<String> known) {
        return Nearest.among(word, known)
                .map(it -> "; did you mean " + it + "?")
                .orElse("");
    }
}
