package nfstep.parse.ip;

import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.RouteType;
import nfstep.host.RoutingRule;
import nfstep.host.edit.LocalEdit;
import nfstep.host.edit.RuleSpec;
import nfstep.packet.Prefix;
import nfstep.source.Outcome;

/** {@code ip rule show}: iproute2, {@code print_rule}. */
record RuleListing(String namespace, RuleSpec meant) implements IpCommand.NetworkQuery {
    @Override
    public Outcome<String> answer(Network network) {
        return network.find(namespace)
                .map(host -> Outcome.done(text(host)))
                .orElseGet(() -> LocalEdit.noNamespace(network, namespace));
    }

    private String text(Namespace host) {
        StringBuilder out = new StringBuilder();
        host.fib().rules().stream().filter(meant::finds).forEach(rule -> out.append(line(host, rule)));
        return out.toString();
    }

    static String line(Namespace host, RoutingRule rule) {
        StringBuilder out = new StringBuilder();
        out.append(rule.priority()).append(":\t").append(rule.inverted() ? "not " : "");
        out.append("from ").append(name(rule.from()));
        if (rule.to().length() > 0) {
            out.append(" to ").append(name(rule.to()));
        }
        if (rule.tos() != 0) {
            out.append(String.format(" tos 0x%02x", rule.tos()));
        }
        if (rule.mark() != 0 || rule.markMask() != 0) {
            out.append(" fwmark ").append(RuleText.mark(rule.mark(), rule.markMask()));
        }
        rule.in().ifPresent(d -> out.append(" iif ").append(device(host, d)));
        rule.out().ifPresent(d -> out.append(" oif ").append(device(host, d)));
        return out.append(action(rule)).append('\n').toString();
    }

    private static String name(Prefix prefix) {
        return prefix.length() == 0 ? "all" : RouteText.prefix(prefix);
    }

    private static String device(Namespace host, String name) {
        return host.link(name).isPresent() ? name : name + " [detached]";
    }

    private static String action(RoutingRule rule) {
        boolean suppresses = rule.table() != 0 && rule.suppressed().isPresent();
        String table = (rule.table() == 0 ? "" : " lookup " + RouteNames.table(rule.table()))
                + (suppresses ? " suppress_prefixlength " + rule.suppressed().getAsInt() : "");
        return rule.action() == RouteType.UNICAST
                ? table
                : table + " " + rule.action().word();
    }
}
