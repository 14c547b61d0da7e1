package nfstep.parse.iptables;

import nfstep.packet.IpFamily;
import nfstep.rules.Chain;
import nfstep.rules.Counter;
import nfstep.rules.Rule;
import nfstep.rules.Table;
import nfstep.rules.TableName;
import nfstep.state.Counters;
import nfstep.state.Netfilter;

/** A table with what its rules and policies counted. */
public record TableView(IpFamily family, Table table, Counters counters) {
    /** A table of a namespace as it is now; empty as on its first use if it does not exist yet. */
    public static TableView of(Netfilter state, IpFamily family, TableName name) {
        return new TableView(family, state.rules(family).table(name), state.counters());
    }

    /** What a rule counted. */
    Counter of(Rule rule) {
        return counters.ofRule(rule.id());
    }

    /** What the policy of a base chain counted. */
    Counter ofPolicy(Chain chain) {
        return chain.hook()
                .map(hook -> counters.ofPolicy(new Counters.PolicyKey(family, table.name(), hook)))
                .orElse(Counter.ZERO);
    }
}
