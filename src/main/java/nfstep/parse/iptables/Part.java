package nfstep.parse.iptables;

import java.util.List;
import java.util.Optional;
import nfstep.rules.Chain;
import nfstep.rules.Table;
import nfstep.source.Nearest;
import nfstep.source.Outcome;

/**
 * What of a table is listed.
 *
 * @param chain none for all chains
 * @param number of one rule, from 1; 0 for all rules
 */
record Part(Optional<String> chain, int number) {
    /** The chains that are listed, or that there is none of that name: {@code iptables.c}, {@code list_entries}. */
    Outcome<List<Chain>> chains(Table table) {
        if (chain.isEmpty()) {
            return Outcome.done(table.chains());
        }
        Optional<Chain> one = table.chain(chain.get());
        return one.isPresent()
                ? Outcome.done(List.of(one.get()))
                : Outcome.refused("No chain/target/match by that name: there is no chain " + chain.get() + " in table "
                        + table.name().word() + meant(table));
    }

    /** Whether a rule is listed, by its place from 1. */
    boolean has(int place) {
        return number == 0 || number == place;
    }

    private String meant(Table table) {
        List<String> names = table.chains().stream().map(Chain::name).toList();
        return Nearest.among(chain.orElse(""), names)
                .map(it -> "; did you mean " + it + "?")
                .orElse("");
    }
}
