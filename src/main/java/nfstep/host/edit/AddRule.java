package nfstep.host.edit;

import java.util.List;
import nfstep.host.Fib;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.RoutingRule;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;
import org.pcollections.PVector;

/** {@code ip rule add}, ip-rule(8): {@code net/core/fib_rules.c}, {@code fib_nl_newrule}. */
public record AddRule(String namespace, RuleSpec rule) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        Fib fib = host.fib();
        RoutingRule made = rule.at(rule.priority().orElseGet(() -> free(fib)));
        if (fib.rules().contains(made)) {
            return Answer.exists();
        }
        PVector<RoutingRule> rules = fib.rules().plus(place(fib, made), made);
        return Outcome.done(network.with(host.withFib(changed(fib.withRules(rules), rule.family()))));
    }

    static Fib changed(Fib fib, IpFamily family) {
        return family == IpFamily.IPV4 ? fib.withCustomRules() : fib;
    }

    /** {@code fib_default_rule_pref}: one before the second rule. */
    private int free(Fib fib) {
        List<RoutingRule> rules =
                fib.rules().stream().filter(r -> r.family() == rule.family()).toList();
        return rules.size() < 2 ? 0 : Math.max(0, rules.get(1).priority() - 1);
    }

    /** After all rules of its family that are asked no later. */
    private static int place(Fib fib, RoutingRule made) {
        int at = 0;
        for (int i = 0; i < fib.rules().size(); i++) {
            RoutingRule other = fib.rules().get(i);
            if (other.family() == made.family() && other.priority() <= made.priority()) {
                at = i + 1;
            }
        }
        return at;
    }
}
