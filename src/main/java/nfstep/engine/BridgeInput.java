package nfstep.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.event.BridgeEvent;
import nfstep.event.BridgeEvent.Way;
import nfstep.host.Link;
import nfstep.packet.EthernetHeader;
import nfstep.packet.MacAddress;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;

/**
 * A frame comes in by a port of a bridge: {@code net/bridge/br_input.c}, {@code br_handle_frame}, {@code
 * br_handle_frame_finish}.
 *
 * @param from the namespace that it was handed over from
 */
record BridgeInput(BridgeAt bridge, Link port, String from) {
    /** Takes a frame that carries the device of the port. */
    void receive(Skb skb) {
        bridge.emit(new BridgeEvent.PortEntered(bridge.at(skb), skb, bridge.device(), from));
        if (!bridge.forwards(port)) {
            String which = bridge.link().up() ? port.name() : bridge.link().name();
            bridge.drop(skb, "bridge", which + " is down");
            return;
        }
        MacAddress to = destination(skb);
        Skb typed = to.equals(bridge.link().mac()) ? skb.withType(PacketType.HOST) : skb;
        new BridgeFirewall(bridge).prerouting(typed, port).ifPresent(this::finish);
    }

    private static MacAddress destination(Skb skb) {
        return skb.ethernet().map(EthernetHeader::destination).orElseThrow();
    }

    private void finish(Skb skb) {
        bridge.learn(skb, port, skb.ethernet().orElseThrow().source());
        MacAddress to = destination(skb);
        if (to.isMulticast()) {
            flood(skb, Way.EVERYBODY);
            passUp(skb);
        } else if (bridge.owns(to)) {
            lookedUp(skb, Way.UP, List.of());
            passUp(skb);
        } else {
            bridge.portOf(to).ifPresentOrElse(out -> toOne(skb, out), () -> flood(skb, Way.UNKNOWN));
        }
    }

    private void lookedUp(Skb skb, Way way, List<Link> out) {
        bridge.emit(new BridgeEvent.LookedUp(
                bridge.at(skb),
                bridge.device(),
                Optional.of(BridgeAt.device(port)),
                skb,
                way,
                out.stream().map(BridgeAt::device).toList()));
    }

    /** {@code should_deliver}: nothing goes back where it came from, except in hairpin mode. */
    private boolean mayLeaveBy(Link out) {
        boolean hairpin = out.port().filter(p -> p.hairpin()).isPresent();
        return bridge.forwards(out) && (hairpin || out.index() != port.index());
    }

    private void toOne(Skb skb, Link out) {
        lookedUp(skb, Way.KNOWN, List.of(out));
        if (mayLeaveBy(out)) {
            BridgeOutput.forward(bridge, out, skb);
        } else {
            bridge.drop(
                    skb,
                    "bridge",
                    "a frame does not leave by " + out.name() + ", where it came in; 'hairpin' of that port is off");
        }
    }

    private void flood(Skb skb, Way way) {
        List<Link> out = new ArrayList<>(bridge.ports());
        out.removeIf(p -> !mayLeaveBy(p));
        lookedUp(skb, way, out);
        out.forEach(p -> BridgeOutput.forward(bridge, p, skb));
        if (out.isEmpty() && way == Way.UNKNOWN) {
            bridge.drop(skb, "bridge", bridge.link().name() + " has no other port");
        }
    }

    /** {@code br_pass_frame_up}. */
    private void passUp(Skb skb) {
        new BridgeFirewall(bridge).localIn(skb).ifPresent(s -> {
            Skb up = s.arriving(bridge.device(), s.ethernet(), s.type())
                    .withParts(s.parts().takenUp());
            boolean seen = s.bridge().in().isPresent();
            bridge.emit(new BridgeEvent.PassedUp(bridge.at(up), bridge.device(), up, seen));
            Reception.takeUp(bridge.run(), bridge.namespace(), up);
        });
    }
}
