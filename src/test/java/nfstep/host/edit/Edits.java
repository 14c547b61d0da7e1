package nfstep.host.edit;

import java.util.List;
import nfstep.host.InterfaceAddress;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.host.Route;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;

/** A network that is changed step by step, for tests of the changes. */
final class Edits {
    private Network network = Network.bare();

    Network network() {
        return network;
    }

    Namespace host(String name) {
        return network.namespace(name);
    }

    Edits then(NetworkEdit... edits) {
        for (NetworkEdit edit : edits) {
            network = edit.applyTo(network).orElseThrow();
        }
        return this;
    }

    String refusal(NetworkEdit edit) {
        return edit.applyTo(network).refusal().orElse("done");
    }

    /** The host with eth0, whose other end e1 is in namespace a; both up. */
    static Edits wired() {
        return new Edits()
                .then(new AddNamespace("a"))
                .then(pair("host", "eth0", "a", "e1"))
                .then(up("host", "eth0"), up("a", "e1"));
    }

    static AddVethPair pair(String namespace, String name, String peerNamespace, String peer) {
        return new AddVethPair(namespace, NewLink.named(name), peerNamespace, NewLink.named(peer));
    }

    static SetLink up(String namespace, String name) {
        return SetLink.of(namespace, name, new LinkSetting.Up());
    }

    static SetLink down(String namespace, String name) {
        return SetLink.of(namespace, name, new LinkSetting.Down());
    }

    static AddAddress address(String device, String cidr) {
        String[] parts = cidr.split("/", -1);
        NewAddress address = NewAddress.of(IpAddress.of(parts[0]), Integer.parseInt(parts[1]));
        return new AddAddress("host", device, address, Write.ADD);
    }

    static DeleteAddress without(String device, String address) {
        return new DeleteAddress(
                "host", device, IpAddress.of(address), java.util.Optional.empty(), java.util.Optional.empty());
    }

    List<String> links(String namespace) {
        return host(namespace).links().values().stream()
                .map(l -> l.index() + " " + l.name() + (l.up() ? " up" : " down") + (l.carrier() ? "" : " no-carrier"))
                .toList();
    }

    Link link(String namespace, String name) {
        return host(namespace).link(name).orElseThrow();
    }

    List<String> addresses(String namespace, String device) {
        int index = link(namespace, device).index();
        return host(namespace).addressesOf(index).stream()
                .map((InterfaceAddress a) -> a.address() + "/" + a.length() + (a.secondary() ? " secondary" : ""))
                .toList();
    }

    /** The IPv4 routes of the host by a device, in no order of their own. */
    List<String> routes(String device, IpFamily family) {
        int index = link("host", device).index();
        return host("host").fib().routes().stream()
                .filter(r -> r.isVia(index) && r.destination().family() == family)
                .map(Edits::text)
                .sorted()
                .toList();
    }

    private static String text(Route route) {
        String via = route.gateway().map(g -> " via " + g).orElse("");
        String source = route.source().map(s -> " src " + s).orElse("");
        return route.type().word() + " " + route.destination() + via + source;
    }
}
