package nfstep.host.edit;

import nfstep.host.Fib;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.RoutingRule;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;

/** {@code ip rule flush}, ip-rule(8): all rules of a family but the one of priority 0. */
public record FlushRules(String namespace, IpFamily family) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        Fib fib = host.fib();
        for (RoutingRule rule : host.fib().rules()) {
            if (rule.family() == family && rule.priority() != 0) {
                fib = fib.withRules(fib.rules().minus(rule));
            }
        }
        return Outcome.done(network.with(host.withFib(AddRule.changed(fib, family))));
    }
}
