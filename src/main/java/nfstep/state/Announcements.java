package nfstep.state;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.Segment;
import nfstep.host.Segment.Crossing;
import nfstep.packet.IpFamily;
import org.pcollections.TreePMap;

/**
 * A device with IPv6 that comes to run reports its groups and looks for routers at once ({@code net/ipv6/mcast.c}, {@code
 * ipv6_mc_up}; {@code addrconf_dad_start}): from these frames, which are not shown, bridges learn its address.
 */
final class Announcements {
    private Announcements() {}

    /** What is known after devices that come to run, or come nearer, were heard. */
    static TreePMap<String, LinkLayer> heard(World before, Network network, TreePMap<String, LinkLayer> known) {
        TreePMap<String, LinkLayer> result = known;
        for (Namespace host : network.namespaces()) {
            for (Link link : host.links().values()) {
                LinkEnd end = new LinkEnd(host.name(), link.index());
                Set<Crossing> old = crossings(before.network(), end);
                for (Crossing crossing : crossings(network, end)) {
                    result = old.contains(crossing) ? result : learned(result, crossing, link, before.now());
                }
            }
        }
        return result;
    }

    private static Set<Crossing> crossings(Network network, LinkEnd end) {
        Set<Crossing> all = new LinkedHashSet<>();
        if (network.link(end).filter(l -> speaks(network, end, l)).isPresent()) {
            for (Segment.Reached reached : new Segment(network).from(end)) {
                List<Crossing> way = reached.way();
                way.stream().filter(c -> c.in().isPresent()).forEach(all::add);
            }
        }
        return all;
    }

    private static boolean speaks(Network network, LinkEnd end, Link link) {
        boolean has = link.kind() == LinkKind.VETH || link.kind() == LinkKind.BRIDGE;
        return has
                && link.isRunning()
                && link.master().isEmpty()
                && network.namespace(end.namespace()).sysctls().conf(IpFamily.IPV6, link.name(), "disable_ipv6") == 0;
    }

    private static TreePMap<String, LinkLayer> learned(
            TreePMap<String, LinkLayer> known, Crossing crossing, Link link, long now) {
        String namespace = crossing.bridge().namespace();
        int bridge = crossing.bridge().index();
        LinkLayer layer = known.getOrDefault(namespace, LinkLayer.EMPTY);
        var station = new ForwardingTable.Station(crossing.in().getAsInt(), now);
        ForwardingTable table = layer.bridge(bridge).with(link.mac(), station);
        return known.plus(namespace, layer.with(bridge, table));
    }
}
