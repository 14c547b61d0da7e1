package nfstep.parse.ip;

import java.util.Optional;
import java.util.TreeMap;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.Network;
import nfstep.host.edit.LocalEdit;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;
import nfstep.state.World;

/** {@code ip neigh show}: those that are configured, and those that ARP found. */
record NeighbourListing(
        String namespace, Optional<IpFamily> family, Optional<String> device, Optional<IpAddress> address)
        implements IpCommand.Query {
    @Override
    public Outcome<String> answer(World world) {
        Network network = world.network();
        return network.find(namespace)
                .map(host -> checked(host, world))
                .orElseGet(() -> LocalEdit.noNamespace(network, namespace));
    }

    private Outcome<String> checked(Namespace host, World world) {
        return device.filter(d -> host.link(d).isEmpty()).isPresent()
                ? Outcome.refused("Cannot find device \"" + device.get() + "\"")
                : Outcome.done(text(host, world));
    }

    private String text(Namespace host, World world) {
        TreeMap<NeighbourKey, String> lines = new TreeMap<>();
        world.links(namespace)
                .neighbours()
                .forEach((key, known) ->
                        lines.put(key, known.mac() + (known.isStale(world.now()) ? " STALE" : " REACHABLE")));
        host.neighbours().forEach((key, mac) -> lines.put(key, mac + " PERMANENT"));
        StringBuilder out = new StringBuilder();
        lines.forEach((key, known) -> out.append(isMeant(host, key) ? line(host, key, known) : ""));
        return out.toString();
    }

    private boolean isMeant(Namespace host, NeighbourKey key) {
        return family.filter(f -> f != key.address().family()).isEmpty()
                && address.filter(a -> !a.equals(key.address())).isEmpty()
                && device.filter(d -> !d.equals(name(host, key))).isEmpty();
    }

    private String line(Namespace host, NeighbourKey key, String known) {
        String by = device.isPresent() ? "" : " dev " + name(host, key);
        return key.address() + by + " lladdr " + known + " \n";
    }

    private static String name(Namespace host, NeighbourKey key) {
        return host.link(key.link()).map(Link::name).orElse("?");
    }
}
