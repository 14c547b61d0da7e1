package nfstep.host.edit;

import nfstep.host.InterfaceAddress;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.packet.IpFamily;

/** A device goes, and all that hangs on it: {@code net/core/dev.c}, {@code unregister_netdevice_many}. */
final class LinkRemoval {
    private LinkRemoval() {}

    /** The network without that device and without the other end, if it is a veth. */
    static Network of(Network network, LinkEnd end) {
        Link link = network.link(end).orElseThrow();
        Network rest = network.with(detached(network.namespace(end.namespace()), link));
        if (link.peer().flatMap(network::link).isPresent()) {
            LinkEnd peer = link.peer().orElseThrow();
            Link other = network.link(peer).orElseThrow();
            rest = rest.with(detached(rest.namespace(peer.namespace()), other));
        }
        return Carriers.settled(network, rest);
    }

    /** A namespace without that device. */
    static Namespace detached(Namespace host, Link link) {
        Namespace rest = LinkPower.down(host, link);
        for (InterfaceAddress address : rest.addressesOf(link.index(), IpFamily.IPV4)) {
            rest = Ipv4Addresses.removed(rest, address);
        }
        rest = rest.withFib(Tables.without(rest.fib(), r -> r.isVia(link.index())));
        rest = released(rest, link.index());
        return rest.withoutLink(link.index()).withSysctls(rest.sysctls().withoutDevice(link.name()));
    }

    /** The ports of a bridge are free when it goes; the vlans on a device go with it. */
    private static Namespace released(Namespace host, int index) {
        Namespace rest = host;
        for (Link other : host.links().values()) {
            if (other.isPortOf(index)) {
                rest = rest.with(other.withoutPort());
            } else if (other.vlan().filter(v -> v.parent() == index).isPresent()) {
                rest = detached(rest, other);
            }
        }
        return rest;
    }
}
