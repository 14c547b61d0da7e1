package nfstep.engine;

import java.util.Optional;
import nfstep.event.PathEvent;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.Segment;
import nfstep.packet.EthernetHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import nfstep.packet.Packet;
import nfstep.rules.Device;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;
import nfstep.state.Ids;

/** Frames made by hand, as a packet socket sends them: packet(7). They pass no hook of the namespace they come from. */
public final class Injection {
    private Injection() {}

    /**
     * A frame made by hand.
     *
     * @param target its link-layer address; none for the one that the packet's destination usually has
     */
    public record Frame(Packet packet, Optional<MacAddress> target) {
        private MacAddress targetAt(MacAddress own) {
            IpAddress destination = packet.destination();
            return target.orElse(
                    destination.isLimitedBroadcast()
                            ? MacAddress.BROADCAST
                            : destination.isMulticast() ? MacAddress.ofGroup(destination) : own);
        }

        private EthernetHeader header(MacAddress own, MacAddress source) {
            return new EthernetHeader(targetAt(own), source, packet.family().etherType());
        }
    }

    /**
     * Lets a packet arrive by a device: sent from the other end if it is a veth, from nowhere if it is not. The answer
     * says why it cannot arrive, if it cannot.
     */
    public static Optional<String> frame(Run run, String namespace, String device, Frame frame) {
        Network network = run.world().network();
        Namespace host = network.namespace(namespace);
        Link link = host.link(device).orElseThrow(() -> new IllegalArgumentException("no device " + device));
        if (!link.up()) {
            return Optional.of("no frame arrives by " + device + ": it is down");
        }
        Optional<LinkEnd> peer = link.peer().filter(end -> network.link(end).isPresent());
        if (peer.flatMap(network::link).filter(far -> !far.up()).isPresent()) {
            return Optional.of("no frame arrives by " + device + ": the device at its other end is down");
        }
        String from = peer.map(LinkEnd::namespace).orElse(namespace);
        Ids ids = run.world().ids();
        Skb skb = Skb.sent(ids.packet(), frame.packet());
        run.emit(new PathEvent.Sent(Run.at(from, skb), skb, "a packet socket", 0, ids.afterPacket()));
        if (peer.isPresent()) {
            cross(run, new LinkEnd(namespace, link.index()), peer.get(), new Sent(frame, skb));
        } else {
            arrive(run, namespace, new Sent(frame, skb), link);
        }
        return Optional.empty();
    }

    private record Sent(Frame frame, Skb skb) {}

    /** To whoever the frame is meant for, by way of the device at the other end. */
    private static void cross(Run run, LinkEnd to, LinkEnd from, Sent sent) {
        Network network = run.world().network();
        Link sender = network.link(from).orElseThrow();
        Skb skb = sent.skb();
        MacAddress usual = usual(network, to, from, skb.packet().destination());
        Device device = new Device(sender.index(), sender.name());
        run.emit(new PathEvent.Transmitted(Run.at(from.namespace(), skb), device, skb));
        Wire.send(run, from, skb.withEthernet(sent.frame().header(usual, sender.mac())));
    }

    /**
     * The link-layer address that a host there sends to: that of the neighbour with the packet's destination, or else of its
     * router, which is the device or the bridge that it is a port of.
     */
    private static MacAddress usual(Network network, LinkEnd to, LinkEnd from, IpAddress destination) {
        Link link = network.link(to).orElseThrow();
        Namespace host = network.namespace(to.namespace());
        Link router = link.port().flatMap(p -> host.link(p.bridge())).orElse(link);
        return Neighbours.owner(network, new Segment(network).from(from), destination)
                .map(r -> r.link().mac())
                .orElse(router.mac());
    }

    private static void arrive(Run run, String namespace, Sent sent, Link link) {
        EthernetHeader header = sent.frame().header(link.mac(), MacAddress.ZERO);
        PacketType type = PacketType.of(header.destination(), link.mac());
        Skb arriving = sent.skb().arriving(new Device(link.index(), link.name()), Optional.of(header), type);
        run.later(r -> Reception.receive(r, namespace, namespace, arriving));
    }
}
