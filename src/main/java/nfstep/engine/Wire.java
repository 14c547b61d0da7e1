package nfstep.engine;

import java.util.Optional;
import nfstep.event.PathEvent;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.LinkKind;
import nfstep.host.Network;
import nfstep.packet.EthernetHeader;
import nfstep.rules.Device;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;

/** From device to device: {@code drivers/net/veth.c}, {@code veth_xmit}; {@code net/core/dev.c}, {@code __dev_forward_skb}. */
final class Wire {
    /** How many bytes more than its MTU a device takes: room for a VLAN tag ({@code is_skb_forwardable}). */
    static final int TAG = 4;

    private Wire() {}

    /** A frame leaves by a device; the packet carries its header. Behind a dummy or a vlan there is nobody. */
    static void send(Run run, LinkEnd from, Skb skb) {
        Link link = run.world().network().link(from).orElseThrow();
        if (link.kind() == LinkKind.BRIDGE) {
            BridgeOutput.send(new BridgeAt(run, from.namespace(), link), skb);
        } else {
            link.peer().ifPresent(to -> cross(run, from, to, skb));
        }
    }

    private static void cross(Run run, LinkEnd from, LinkEnd to, Skb skb) {
        Optional<Link> far = run.world().network().link(to).filter(Link::up);
        if (far.isEmpty()) {
            drop(run, from, skb, "link", "the device at the other end is down");
        } else if (!skb.parts().fit(skb.packet(), far.get().mtu() + TAG)) {
            String mtu = "longer than the MTU " + far.get().mtu() + " of the device at the other end";
            drop(run, from, skb, "mtu", mtu);
        } else {
            Skb arriving = arriving(from, to, far.get(), skb);
            run.later(r -> arrive(r, from, to, arriving));
        }
    }

    private static void drop(Run run, LinkEnd from, Skb skb, String place, String reason) {
        run.emit(new PathEvent.Dropped(Run.at(from.namespace(), skb), place, reason, Optional.empty()));
    }

    /** {@code skb_scrub_packet}: only the mark crosses, and only within a namespace; {@code eth_type_trans}. */
    private static Skb arriving(LinkEnd from, LinkEnd to, Link link, Skb skb) {
        EthernetHeader header = skb.ethernet().orElseThrow();
        boolean stays = from.namespace().equals(to.namespace());
        Skb scrubbed = stays ? skb.scrubbed().withMark(skb.mark()) : skb.scrubbed();
        return scrubbed.arriving(
                new Device(link.index(), link.name()),
                Optional.of(header),
                PacketType.of(header.destination(), link.mac()));
    }

    private static void arrive(Run run, LinkEnd from, LinkEnd to, Skb skb) {
        Network network = run.world().network();
        Optional<Link> link = network.link(to);
        if (link.isEmpty()) {
            return;
        }
        Optional<Link> bridge = link.get().master().isPresent()
                ? network.link(new LinkEnd(to.namespace(), link.get().master().getAsInt()))
                : Optional.empty();
        if (bridge.isPresent()) {
            BridgeAt at = new BridgeAt(run, to.namespace(), bridge.get());
            new BridgeInput(at, link.get(), from.namespace()).receive(skb);
        } else {
            Reception.receive(run, to.namespace(), from.namespace(), skb);
        }
    }
}
