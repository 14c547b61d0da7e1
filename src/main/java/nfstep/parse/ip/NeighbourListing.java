package nfstep.parse.ip;

import java.util.Optional;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.Network;
import nfstep.host.edit.LocalEdit;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.MacAddress;
import nfstep.source.Outcome;

/** {@code ip neigh show}: those that are configured. */
record NeighbourListing(
        String namespace, Optional<IpFamily> family, Optional<String> device, Optional<IpAddress> address)
        implements IpCommand.Query {
    @Override
    public Outcome<String> answer(Network network) {
        return network.find(namespace).map(this::checked).orElseGet(() -> LocalEdit.noNamespace(network, namespace));
    }

    private Outcome<String> checked(Namespace host) {
        return device.filter(d -> host.link(d).isEmpty()).isPresent()
                ? Outcome.refused("Cannot find device \"" + device.get() + "\"")
                : Outcome.done(text(host));
    }

    private String text(Namespace host) {
        StringBuilder out = new StringBuilder();
        host.neighbours().forEach((key, mac) -> out.append(isMeant(host, key) ? line(host, key, mac) : ""));
        return out.toString();
    }

    private boolean isMeant(Namespace host, NeighbourKey key) {
        return family.filter(f -> f != key.address().family()).isEmpty()
                && address.filter(a -> !a.equals(key.address())).isEmpty()
                && device.filter(d -> !d.equals(name(host, key))).isEmpty();
    }

    private String line(Namespace host, NeighbourKey key, MacAddress mac) {
        String by = device.isPresent() ? "" : " dev " + name(host, key);
        return key.address() + by + " lladdr " + mac + " PERMANENT \n";
    }

    private static String name(Namespace host, NeighbourKey key) {
        return host.link(key.link()).map(Link::name).orElse("?");
    }
}
