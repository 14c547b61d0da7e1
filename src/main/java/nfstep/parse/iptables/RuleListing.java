package nfstep.parse.iptables;

import java.util.List;
import java.util.Optional;
import nfstep.rules.Chain;
import nfstep.rules.Counter;
import nfstep.rules.Rule;
import nfstep.rules.TableName;
import nfstep.rules.edit.TableEdit;
import nfstep.source.Outcome;

/**
 * {@code -S [CHAIN [number]]}: rules as commands; {@code iptables.c}, {@code list_rules}.
 *
 * @param counters whether counters are printed: {@code -v}
 * @param edit what {@code -Z} does afterwards
 */
record RuleListing(TableName name, Part part, boolean counters, Optional<TableEdit> edit) implements IptablesCommand {
    @Override
    public Optional<TableName> table() {
        return Optional.of(name);
    }

    @Override
    public Outcome<String> answer(TableView view) {
        return part.chains(view.table()).then(chains -> Outcome.done(print(chains, view)));
    }

    private String print(List<Chain> chains, TableView view) {
        StringBuilder out = new StringBuilder();
        if (part.number() == 0) {
            chains.forEach(chain -> out.append(head(chain, view)).append('\n'));
        }
        chains.forEach(chain -> rules(chain, view, out));
        return out.toString();
    }

    private String head(Chain chain, TableView view) {
        return chain.isBase()
                ? "-P " + chain.name() + " " + chain.policy() + counter(view.ofPolicy(chain))
                : "-N " + chain.name();
    }

    private void rules(Chain chain, TableView view, StringBuilder out) {
        List<Rule> rules = chain.rules();
        for (int i = 0; i < rules.size(); i++) {
            if (part.has(i + 1)) {
                String between = counter(view.of(rules.get(i)));
                out.append(RuleLine.of(chain.name(), rules.get(i), between)).append('\n');
            }
        }
    }

    private String counter(Counter counter) {
        return counters ? " -c " + counter.packets() + " " + counter.bytes() : "";
    }
}
