package nfstep.parse.ip;

import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.Route;
import nfstep.host.RouteOrder;
import nfstep.host.edit.LocalEdit;
import nfstep.host.edit.RouteSelection;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;

/**
 * {@code ip route show}.
 *
 * @param both whether the routes of both families are meant
 */
record RouteListing(String namespace, RouteSelection selection, boolean both) implements IpCommand.NetworkQuery {
    @Override
    public Outcome<String> answer(Network network) {
        return network.find(namespace).map(this::checked).orElseGet(() -> LocalEdit.noNamespace(network, namespace));
    }

    private Outcome<String> checked(Namespace host) {
        boolean known = selection.hop().device().flatMap(host::link).isPresent()
                || selection.hop().device().isEmpty();
        return known
                ? Outcome.done(text(host))
                : Outcome.refused(
                        "Cannot find device \"" + selection.hop().device().get() + "\"");
    }

    private String text(Namespace host) {
        RouteText.Hidden hidden = new RouteText.Hidden(
                selection.where().table().isPresent(),
                selection.hop().device().isPresent(),
                selection.what().origin().isPresent());
        RouteText text = new RouteText(host, hidden);
        StringBuilder out = new StringBuilder();
        host.fib().routes().stream()
                .filter(r -> isMeant(host, r))
                .sorted(RouteOrder.LISTED)
                .forEach(r -> out.append(text.line(r)));
        return out.toString();
    }

    private boolean isMeant(Namespace host, Route route) {
        return selection.matches(host, route) || (both && other().matches(host, route));
    }

    private RouteSelection other() {
        IpFamily family = selection.family() == IpFamily.IPV4 ? IpFamily.IPV6 : IpFamily.IPV4;
        return new RouteSelection(
                family, selection.where(), selection.destination(), selection.what(), selection.hop());
    }
}
