package nfstep.rules.edit;

import static nfstep.packet.IpFamily.IPV4;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.packet.AddressMask;
import nfstep.packet.Prefix;
import nfstep.rules.Action;
import nfstep.rules.BaseMatch;
import nfstep.rules.Chain;
import nfstep.rules.EditedTable;
import nfstep.rules.Origin;
import nfstep.rules.Rule;
import nfstep.rules.RulesEdit;
import nfstep.rules.Table;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;
import nfstep.source.Outcome;

/** A table under test: edits are applied one after the other, rules are told apart by their source addresses. */
final class Sheet {
    private final TableName name;
    private Table table;
    private long next = 1;
    private Optional<String> refusal = Optional.empty();
    private final List<EditedTable.Setting> settings = new ArrayList<>();

    Sheet(TableName name) {
        this.name = name;
        this.table = Table.empty(name);
    }

    /** Applies edits; a refused one leaves the table as it is. */
    Sheet apply(RulesEdit... edits) {
        for (RulesEdit edit : edits) {
            Outcome<EditedTable> outcome = edit.applyTo(table, () -> next++);
            refusal = outcome.refusal();
            outcome.value().ifPresent(it -> {
                table = it.table();
                settings.addAll(it.counters());
            });
        }
        return this;
    }

    String refusal() {
        return refusal.orElse("");
    }

    List<EditedTable.Setting> settings() {
        return settings;
    }

    Table table() {
        return table;
    }

    /** The chain's rules as iptables-save prints them. */
    List<String> rules(String chain) {
        return table.chain(chain).stream()
                .map(Chain::rules)
                .flatMap(List::stream)
                .map(Rule::toSyntax)
                .toList();
    }

    Append append(String chain, RuleSpec spec) {
        return new Append(name, chain, spec);
    }

    Append jump(String from, String to) {
        return append(from, spec(new Action.Jump(to)));
    }

    NewChain chain(String chain) {
        return new NewChain(name, chain);
    }

    static RuleSpec spec(Action action) {
        return RuleSpec.of(new Rule(0, BaseMatch.any(IPV4), List.of(), action, Origin.NONE));
    }

    /** A rule that drops what comes from an address. */
    static RuleSpec dropping(String source) {
        BaseMatch base = BaseMatch.any(IPV4).withSource(AddressMask.of(Prefix.of(source)));
        return RuleSpec.of(new Rule(0, base, List.of(), new Action.Standard(Verdict.DROP), Origin.NONE));
    }
}
