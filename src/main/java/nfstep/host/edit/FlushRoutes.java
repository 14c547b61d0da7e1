package nfstep.host.edit;

import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.source.Outcome;

/** {@code ip route flush}, ip-route(8): all routes that are meant. */
public record FlushRoutes(String namespace, RouteSelection selection) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return Outcome.done(network.with(host.withFib(Tables.without(host.fib(), r -> selection.matches(host, r)))));
    }
}
