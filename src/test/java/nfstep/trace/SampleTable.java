package nfstep.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.packet.AddressMask;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.rules.Action;
import nfstep.rules.BaseMatch;
import nfstep.rules.BaseMatch.Negatable;
import nfstep.rules.Chain;
import nfstep.rules.EditedTable;
import nfstep.rules.InterfaceMatch;
import nfstep.rules.Match;
import nfstep.rules.Origin;
import nfstep.rules.Rule;
import nfstep.rules.RulesEdit;
import nfstep.rules.Table;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;
import nfstep.source.Outcome;

/** A table that tests put into a world as a whole. */
public record SampleTable(Table content) implements RulesEdit {
    /** An empty table. */
    public static SampleTable of(TableName name) {
        return new SampleTable(Table.empty(name));
    }

    /** This table with that chain. */
    public SampleTable with(Chain chain) {
        return new SampleTable(content.with(chain));
    }

    /** This table with these rules in a chain, which is made if it is not there. */
    public SampleTable with(String chain, Rule... rules) {
        Chain old = content.chain(chain).orElseGet(() -> Chain.regular(chain));
        return with(old.withRules(List.of(rules)));
    }

    @Override
    public TableName table() {
        return content.name();
    }

    @Override
    public Outcome<EditedTable> applyTo(Table table, RuleNumbers numbers) {
        Table numbered = content;
        for (Chain chain : content.chains()) {
            List<Rule> rules = new ArrayList<>();
            chain.rules().forEach(rule -> rules.add(rule.withId(numbers.next())));
            numbered = numbered.with(chain.withRules(rules));
        }
        return Outcome.done(EditedTable.of(numbered));
    }

    /** A rule for packets to an address, of that protocol (0: any). */
    public static Rule rule(String destination, int protocol, Action action, Match... matches) {
        BaseMatch any = BaseMatch.any(IpFamily.IPV4);
        Optional<AddressMask> to = destination.isEmpty()
                ? Optional.empty()
                : Optional.of(new AddressMask(IpAddress.of(destination), IpAddress.of("255.255.255.255")));
        BaseMatch base = new BaseMatch(
                IpFamily.IPV4,
                any.source(),
                Negatable.plain(to),
                Negatable.plain(InterfaceMatch.ANY),
                any.out(),
                Negatable.plain(protocol),
                any.fragment());
        return new Rule(0, base, List.of(matches), action, Origin.NONE);
    }

    /** A rule without conditions. */
    public static Rule always(Action action) {
        return rule("", 0, action);
    }

    /** {@code -j ACCEPT}. */
    public static Action accept() {
        return new Action.Standard(Verdict.ACCEPT);
    }
}
