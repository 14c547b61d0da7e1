package nfstep.engine;

import java.util.Optional;
import nfstep.event.PathEvent;
import nfstep.host.FibLookup;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.RouteType;
import nfstep.packet.EthernetHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Owner;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;

/** A packet leaves by a device: neighbour, frame, and over to the other end. */
final class Transmission {
    private Transmission() {}

    /** {@code ip_finish_output}: hands the packet to the device of its routing decision. */
    static void transmit(Run run, String namespace, Skb skb) {
        Namespace host = run.world().network().namespace(namespace);
        Decision decision = skb.route().orElseThrow();
        Device out = decision.out().orElseThrow();
        Optional<Link> link = host.link(out.index()).filter(Link::up);
        if (link.isEmpty()) {
            drop(run, namespace, skb, out.name(), "the device is down");
        } else {
            int mtu = decision.mtu().orElse(link.get().mtu());
            for (Skb piece : new Fragmentation(run, namespace, skb, mtu).pieces()) {
                leave(run, namespace, piece, link.get());
            }
        }
    }

    private static void leave(Run run, String namespace, Skb skb, Link link) {
        if (link.kind() == LinkKind.LOOPBACK) {
            loop(run, namespace, skb, new Device(link.index(), link.name()));
        } else {
            frame(run, namespace, skb, link);
        }
    }

    private static void drop(Run run, String namespace, Skb skb, String place, String reason) {
        run.emit(new PathEvent.Dropped(Run.at(namespace, skb), place, reason, Optional.empty()));
    }

    /** {@code loopback_xmit}: the packet keeps its connection, its mark and its route. */
    private static void loop(Run run, String namespace, Skb skb, Device lo) {
        run.emit(new PathEvent.Transmitted(Run.at(namespace, skb), lo, skb));
        EthernetHeader header = new EthernetHeader(
                new MacAddress(0), new MacAddress(0), skb.packet().family().etherType());
        Skb arriving = skb.withOwner(Owner.NOBODY)
                .withParts(skb.parts().summedAnew())
                .arriving(lo, Optional.of(header), PacketType.HOST);
        run.later(r -> Reception.receive(r, namespace, namespace, arriving));
    }

    private static void frame(Run run, String namespace, Skb skb, Link link) {
        LinkEnd end = new LinkEnd(namespace, link.index());
        IpAddress hop =
                skb.route().flatMap(Decision::nextHop).orElse(skb.packet().destination());
        ofMany(run, namespace, link, hop)
                .or(() -> new Resolution(run, end, hop).find(skb))
                .ifPresent(mac -> put(run, end, skb, mac));
    }

    /** The packet goes onto the link in a frame to that address. */
    static void put(Run run, LinkEnd end, Skb skb, MacAddress to) {
        Link link = run.world().network().link(end).orElseThrow();
        EthernetHeader header =
                new EthernetHeader(to, link.mac(), skb.packet().family().etherType());
        run.emit(new PathEvent.Transmitted(Run.at(end.namespace(), skb), new Device(link.index(), link.name()), skb));
        Wire.send(run, end, skb.withEthernet(header));
    }

    /** The link-layer address of all hosts or of a group of them: {@code arp_constructor}. */
    private static Optional<MacAddress> ofMany(Run run, String namespace, Link link, IpAddress hop) {
        RouteType type =
                FibLookup.localTypeOn(run.world().network().namespace(namespace).fib(), hop, link.index());
        return switch (type) {
            case BROADCAST -> Optional.of(MacAddress.BROADCAST);
            case MULTICAST -> Optional.of(MacAddress.ofGroup(hop));
            default -> Optional.empty();
        };
    }
}
