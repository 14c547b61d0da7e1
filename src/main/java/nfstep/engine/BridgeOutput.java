package nfstep.engine;

import java.util.List;
import java.util.Optional;
import nfstep.event.BridgeEvent;
import nfstep.event.BridgeEvent.Way;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.packet.EthernetHeader;
import nfstep.packet.MacAddress;
import nfstep.rules.Decision;
import nfstep.rules.Skb;

/** A frame leaves by ports of a bridge: {@code net/bridge/br_forward.c}; {@code br_device.c}, {@code br_dev_xmit}. */
final class BridgeOutput {
    private BridgeOutput() {}

    /** A frame that came in by a port goes to another one, past the hooks of IP if they see it. */
    static void forward(BridgeAt bridge, Link out, Skb frame) {
        Skb skb = frame.withParts(frame.parts().summedAnew());
        boolean shown = skb.bridge().in().isPresent();
        BridgeFirewall firewall = new BridgeFirewall(bridge);
        Skb ready = shown ? firewall.leavingBy(out, skb) : skb;
        bridge.emit(new BridgeEvent.Forwarded(bridge.at(ready), bridge.device(), BridgeAt.device(out), ready));
        Optional<Skb> passed = shown ? firewall.forward(ready, skb.type()) : Optional.of(ready);
        passed.ifPresent(s -> (shown ? cut(bridge, out, s) : List.of(s)).forEach(piece -> leave(bridge, out, piece)));
    }

    /** {@code br_nf_post_routing}. */
    private static List<Skb> again(BridgeAt bridge, Link port, Skb skb) {
        return new BridgeFirewall(bridge)
                .postrouting(skb)
                .map(s -> cut(bridge, port, s))
                .orElse(List.of());
    }

    /** {@code br_nf_dev_queue_xmit}: the routing decision, or what stands for one, says how long a piece may be. */
    private static List<Skb> cut(BridgeAt bridge, Link out, Skb skb) {
        int mtu = skb.route().map(Decision::mtu).orElseThrow().orElse(out.mtu());
        return new Fragmentation(bridge.run(), bridge.namespace(), skb, mtu).bridgedPieces(out.mtu());
    }

    /**
     * A frame that the bridge's own stack sends: it passes no hook of IP, it has passed them. Only the copy of a frame that was
     * to leave by a port is taken for that frame.
     */
    static void send(BridgeAt bridge, Skb skb) {
        MacAddress to = skb.ethernet().map(EthernetHeader::destination).orElseThrow();
        Optional<Link> known = to.isMulticast() ? Optional.empty() : bridge.portOf(to);
        List<Link> out = known.map(List::of).orElseGet(bridge::ports);
        Way way = known.isPresent() ? Way.KNOWN : to.isMulticast() ? Way.EVERYBODY : Way.UNKNOWN;
        List<nfstep.rules.Device> devices = out.stream().map(BridgeAt::device).toList();
        bridge.emit(new BridgeEvent.LookedUp(bridge.at(skb), bridge.device(), Optional.empty(), skb, way, devices));
        boolean shown = skb.bridge().out().isPresent();
        out.forEach(port -> (shown ? again(bridge, port, skb) : List.of(skb)).forEach(s -> leave(bridge, port, s)));
    }

    /** {@code br_dev_queue_push_xmit}: a bridge tells nobody that a frame is too long. */
    private static void leave(BridgeAt bridge, Link out, Skb skb) {
        if (!skb.parts().fit(skb.packet(), out.mtu() + Wire.TAG)) {
            bridge.drop(skb, "mtu", "longer than the MTU " + out.mtu() + " of " + out.name());
            return;
        }
        bridge.emit(new BridgeEvent.PortLeft(bridge.at(skb), bridge.device(), BridgeAt.device(out), skb));
        Wire.send(bridge.run(), new LinkEnd(bridge.namespace(), out.index()), skb);
    }
}
