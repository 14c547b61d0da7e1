package nfstep.host.edit;

import java.util.Optional;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.RoutingRule;
import nfstep.source.Outcome;

/** {@code ip rule del}, ip-rule(8): the first rule that has all that is given. */
public record DeleteRule(String namespace, RuleSpec rule) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        Optional<RoutingRule> first =
                host.fib().rules().stream().filter(rule::finds).findFirst();
        return first.map(found -> Outcome.done(network.with(without(host, found))))
                .orElseGet(() -> Answer.errno("No such file or directory"));
    }

    private static Namespace without(Namespace host, RoutingRule rule) {
        return host.withFib(
                AddRule.changed(host.fib().withRules(host.fib().rules().minus(rule)), rule.family()));
    }
}
