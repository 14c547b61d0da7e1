package nfstep.kernel;

import java.util.List;
import java.util.Optional;
import nfstep.event.BridgeEvent;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.event.PathEvent;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.lab.command.HandMade;
import nfstep.lab.command.Step;
import nfstep.packet.EthernetHeader;
import nfstep.packet.MacAddress;
import nfstep.packet.Packet;
import nfstep.rules.Skb;
import nfstep.trace.Position;
import nfstep.trace.Walk;

/** Packets made by hand, as the sandbox sends them: the model's bytes. */
record Sending(Walk walk, int event, Step step) {
    /** What is asked of the sandbox for a {@code send}. */
    Request request() {
        HandMade packet = HandMade.of(step);
        String namespace = step.line().namespace();
        byte[] bytes = packet.packet().bytes();
        return packet.device()
                .flatMap(device -> frame(namespace, device.text(), packet))
                .orElseGet(() -> Request.raw(namespace, packet.mark(), bytes));
    }

    /** A frame comes from the other end of a veth; to whom it is, the walk shows. */
    private Optional<Request> frame(String namespace, String device, HandMade packet) {
        Network network = walk.at(Position.of(event)).before().world().network();
        Optional<Link> link = network.find(namespace).flatMap(n -> n.link(device));
        return link.flatMap(Link::peer).map(peer -> {
            String sender = network.link(peer).map(Link::name).orElse("");
            MacAddress target = packet.target()
                    .or(() -> arrived(namespace))
                    .orElse(link.get().mac());
            return Request.frame(
                    peer.namespace(),
                    sender,
                    owner(network, peer, target),
                    packet.packet().bytes());
        });
    }

    private Optional<MacAddress> arrived(String namespace) {
        for (int i = event + 1; i < walk.size(); i++) {
            Event each = walk.event(i);
            if (each instanceof CommandEvent.CommandStarted) {
                return Optional.empty();
            }
            if (each instanceof BridgeEvent.PortEntered entered
                    && entered.at().namespace().equals(namespace)) {
                return entered.skb().ethernet().map(EthernetHeader::destination);
            }
            if (each instanceof PathEvent.Arrived arrived
                    && arrived.at().namespace().equals(namespace)) {
                return arrived.skb().ethernet().map(EthernetHeader::destination);
            }
        }
        return Optional.empty();
    }

    /** The device that has a link-layer address, for on the kernel it has another; else the address itself. */
    private static String owner(Network network, LinkEnd sender, MacAddress mac) {
        for (Namespace namespace : network.namespaces()) {
            for (Link link : namespace.links().values()) {
                boolean isSender = namespace.name().equals(sender.namespace()) && link.index() == sender.index();
                if (link.mac().equals(mac) && !isSender && !mac.isMulticast()) {
                    return namespace.name() + "/" + link.name();
                }
            }
        }
        return mac.toString();
    }

    /** The source port of the first packet that a command sent from a namespace. */
    static Optional<Integer> firstPort(String namespace, List<Event> events) {
        return events.stream()
                .filter(PathEvent.Sent.class::isInstance)
                .map(PathEvent.Sent.class::cast)
                .filter(sent -> sent.at().namespace().equals(namespace))
                .map(PathEvent.Sent::skb)
                .map(Skb::packet)
                .filter(Packet::hasPorts)
                .map(Packet::sourcePort)
                .findFirst();
    }
}
