package nfstep.host.edit;

import java.util.Optional;
import nfstep.host.Fib;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.Route;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;
import org.pcollections.PVector;

/** {@code ip route del}, ip-route(8): the first route that is meant. {@code net/ipv4/fib_trie.c}, {@code fib_table_delete}. */
public record DeleteRoute(String namespace, RouteSelection selection) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return selection.hop().device().isEmpty()
                ? delete(network, host)
                : Answer.device(host, selection.hop().device().get()).then(link -> delete(network, host));
    }

    private Outcome<Network> delete(Network network, Namespace host) {
        Optional<Route> first = Tables.ordered(host.fib().routes()).stream()
                .filter(r -> selection.matches(host, r))
                .findFirst();
        if (first.isEmpty()) {
            return missing(host.fib());
        }
        PVector<Route> routes = host.fib().routes();
        Fib rest = host.fib().withRoutes(routes.minus(routes.indexOf(first.get())));
        return Outcome.done(network.with(host.withFib(rest)));
    }

    private Outcome<Network> missing(Fib fib) {
        int table = selection.where().table().orElse(Route.MAIN_TABLE);
        boolean known = table >= Route.DEFAULT_TABLE
                || selection.family() == IpFamily.IPV6
                || fib.routes().stream().anyMatch(r -> r.table() == table);
        return known ? Answer.errno("No such process") : Answer.error("FIB table does not exist.");
    }
}
