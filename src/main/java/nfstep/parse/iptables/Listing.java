package nfstep.parse.iptables;

import java.util.List;
import java.util.Optional;
import nfstep.rules.BaseMatch;
import nfstep.rules.Chain;
import nfstep.rules.Counter;
import nfstep.rules.Rule;
import nfstep.rules.Table;
import nfstep.rules.TableName;
import nfstep.rules.edit.References;
import nfstep.rules.edit.TableEdit;
import nfstep.source.Outcome;

/**
 * {@code -L [CHAIN [number]]}: rules in columns; {@code iptables.c}, {@code list_entries}.
 *
 * @param edit what {@code -Z} does afterwards
 */
record Listing(TableName name, Part part, Columns columns, Optional<TableEdit> edit) implements IptablesCommand {
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
        for (Chain chain : chains) {
            out.append(out.isEmpty() ? "" : "\n");
            if (part.number() == 0) {
                out.append(title(chain, view))
                        .append('\n')
                        .append(columns.head())
                        .append('\n');
            }
            rows(chain, view, out);
        }
        if (columns.verbose()) {
            edit.ifPresent(it -> out.append(Telling.of(it, view)));
        }
        return out.toString();
    }

    private String title(Chain chain, TableView view) {
        if (!chain.isBase()) {
            return "Chain " + chain.name() + " (" + references(view.table(), chain.name()) + " references)";
        }
        Counter counter = view.ofPolicy(chain);
        String counted =
                " " + columns.inText(counter.packets()) + " packets, " + columns.inText(counter.bytes()) + " bytes";
        return "Chain " + chain.name() + " (policy " + chain.policy() + (columns.verbose() ? counted : "") + ")";
    }

    private static long references(Table table, String chain) {
        return table.chains().stream()
                .flatMap(it -> it.rules().stream())
                .filter(rule -> References.leadsTo(rule, chain))
                .count();
    }

    private void rows(Chain chain, TableView view, StringBuilder out) {
        List<Rule> rules = chain.rules();
        for (int i = 0; i < rules.size(); i++) {
            if (part.has(i + 1)) {
                row(i + 1, rules.get(i), view, out);
            }
        }
    }

    private void row(int place, Rule rule, TableView view, StringBuilder out) {
        BaseMatch base = rule.base();
        if (columns.numbers()) {
            out.append(Columns.wide(Integer.toString(place), 4));
        }
        if (columns.verbose()) {
            Counter counter = view.of(rule);
            out.append(columns.count(counter.packets())).append(columns.count(counter.bytes()));
        }
        out.append(Columns.wide(RowText.target(rule.action()), 9)).append(RowText.mark(base.protocol()));
        out.append(Columns.wide(RowText.protocol(base, columns.numeric()), 4));
        out.append(RowText.fragment(base)).append(' ');
        devices(base, out);
        addresses(base, out);
        out.append(RowText.details(rule, columns.numeric())).append('\n');
    }

    private void devices(BaseMatch base, StringBuilder out) {
        if (columns.verbose()) {
            out.append(' ').append(Columns.wide(RowText.device(base.in(), columns.numeric()), 6));
            out.append(Columns.wide(RowText.device(base.out(), columns.numeric()), 6));
        }
    }

    private void addresses(BaseMatch base, StringBuilder out) {
        String source = RowText.address(base.family(), base.source(), columns.numeric());
        String destination = RowText.address(base.family(), base.destination(), columns.numeric());
        out.append(RowText.mark(base.source())).append(Columns.wide(source, 19));
        out.append(RowText.mark(base.destination())).append(Columns.wide(destination, 19));
    }
}
