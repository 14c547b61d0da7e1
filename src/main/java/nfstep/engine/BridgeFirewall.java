package nfstep.engine;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.conntrack.Connection;
import nfstep.event.BridgeEvent;
import nfstep.event.PathEvent;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.packet.EthernetHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;
import nfstep.state.HookEntry;
import nfstep.state.HookOwner;

/** Shows frames on a bridge to the hooks of IP: {@code net/bridge/br_netfilter_hooks.c}. */
record BridgeFirewall(BridgeAt bridge) {
    private static final String SYSCTL = "net.bridge.bridge-nf-call-iptables";

    /**
     * {@code br_nf_pre_routing}: PREROUTING, as if the bridge had received the packet. Where it changes the destination,
     * the packet is routed: back to the bridge, and only the frame changes; elsewhere, and the frame goes up.
     */
    Optional<Skb> prerouting(Skb skb, Link port) {
        boolean shown =
                skb.packet().isIpv4() && (isOn() || bridge.link().bridge().callsIptables());
        Skb seen = shown ? seen(skb, port) : skb;
        bridge.emit(new BridgeEvent.Shown(bridge.at(skb), bridge.device(), seen, setting()));
        return shown ? hooked(skb, seen) : Optional.of(skb);
    }

    private boolean isOn() {
        return Settings.get(bridge.host(), SYSCTL) != 0;
    }

    private String setting() {
        boolean own = !isOn() && bridge.link().bridge().callsIptables();
        return own ? "nf_call_iptables of " + bridge.link().name() + " is 1" : SYSCTL + " = " + (isOn() ? 1 : 0);
    }

    private Skb seen(Skb skb, Link port) {
        return skb.arriving(bridge.device(), skb.ethernet(), hookType(skb))
                .withBridge(new Skb.BridgePorts(Optional.of(BridgeAt.device(port)), Optional.empty()));
    }

    private Optional<Skb> hooked(Skb skb, Skb shown) {
        if (!skb.packet().headerChecksumOk()) {
            bridge.drop(skb, "br_netfilter", "wrong IP header checksum");
            return Optional.empty();
        }
        HookState where = new HookState(Hook.PREROUTING, shown.in(), Optional.empty());
        IpAddress destination = skb.packet().destination();
        return traverse(shown, where)
                .flatMap(s -> s.packet().destination().equals(destination)
                        ? Optional.of(s.withType(skb.type()))
                        : redirected(s, skb.type()));
    }

    /** {@code setup_pre_routing}: for the hooks of IP, a frame to another host is one to this host. */
    private static PacketType hookType(Skb skb) {
        return skb.type() == PacketType.OTHERHOST ? PacketType.HOST : skb.type();
    }

    private Optional<Skb> traverse(Skb skb, HookState where) {
        return Hooks.traverse(bridge.run(), bridge.namespace(), skb, where).skb();
    }

    /** {@code br_nf_pre_routing_finish}. */
    private Optional<Skb> redirected(Skb skb, PacketType type) {
        Optional<Skb> routed = RoutingInput.route(bridge.run(), bridge.namespace(), skb.withType(PacketType.HOST))
                .map(RoutingInput.Routed::skb);
        if (routed.isEmpty()) {
            return routed;
        }
        Decision decision = routed.get().route().orElseThrow();
        return decision.out()
                        .map(Device::index)
                        .equals(Optional.of(bridge.link().index()))
                ? bridged(routed.get().withType(type), decision)
                : Optional.of(addressed(routed.get(), bridge.link().mac(), "it is to be routed"));
    }

    /** {@code br_nf_pre_routing_finish_bridge}: the frame is addressed to the new host behind the bridge. */
    private Optional<Skb> bridged(Skb skb, Decision decision) {
        IpAddress hop = decision.nextHop().orElse(skb.packet().destination());
        LinkEnd end = new LinkEnd(bridge.namespace(), bridge.link().index());
        Neighbours.Answer answer = new Neighbours(bridge.run(), end).find(skb, hop);
        if (answer.mac().isEmpty()) {
            new Resolution(bridge.run(), end, hop).unresolved(skb, answer.silence());
        }
        return answer.mac()
                .map(m -> addressed(skb, m, "it stays on " + bridge.link().name()));
    }

    private Skb addressed(Skb skb, MacAddress to, String why) {
        EthernetHeader old = skb.ethernet().orElseThrow();
        Skb after = skb.withEthernet(new EthernetHeader(to, old.source(), old.etherType()));
        String what = "the destination was changed and " + why + ": the frame is addressed to " + to;
        bridge.emit(new PathEvent.Changed(bridge.at(skb), skb, after, what));
        return after;
    }

    /**
     * {@code br_nf_local_in}: the connection of a packet to everybody is confirmed before the packet goes up, since its
     * copies may have been dropped.
     */
    Optional<Skb> localIn(Skb skb) {
        Optional<Connection> connection = bridge.run()
                .world()
                .netfilter(bridge.namespace())
                .connections()
                .connection(skb.ct().connection());
        boolean due = skb.bridge().in().isPresent()
                && skb.type() != PacketType.HOST
                && connection.filter(c -> !c.isConfirmed()).isPresent();
        return due ? confirmed(skb) : Optional.of(skb);
    }

    private Optional<Skb> confirmed(Skb skb) {
        HookState where = new HookState(Hook.INPUT, Optional.of(bridge.device()), Optional.empty());
        HookEntry entry = new HookEntry(Hook.INPUT, Integer.MAX_VALUE, 0, new HookOwner.Confirm());
        var result = new ConfirmFunction().run(skb, new HookContext(bridge.run(), bridge.namespace(), where, entry));
        return Optional.of(result.skb());
    }

    /** A frame that is to leave by a port, as the hooks of IP see it: {@code br_nf_forward_ip}. */
    Skb leavingBy(Link out, Skb skb) {
        Optional<Decision> decision = skb.route().or(() -> Optional.of(stub()));
        return skb.withType(hookType(skb))
                .withRoute(decision)
                .withBridge(new Skb.BridgePorts(skb.bridge().in(), Optional.of(BridgeAt.device(out))));
    }

    /** {@code br_netfilter_rtable_init}: a routing decision for packets that are not routed; it knows the MTU. */
    private Decision stub() {
        OptionalInt mtu = OptionalInt.of(bridge.link().mtu());
        return new Decision(
                Decision.Kind.FORWARD, Optional.of(bridge.device()), Optional.empty(), mtu, Optional.empty());
    }

    /** FORWARD and POSTROUTING; the TTL stays, the packet is not routed. */
    Optional<Skb> forward(Skb skb, PacketType type) {
        Optional<Device> device = Optional.of(bridge.device());
        return traverse(skb, new HookState(Hook.FORWARD, device, device))
                .flatMap(this::postrouting)
                .map(s -> s.withType(type));
    }

    /** POSTROUTING, as the bridge's firewall shows it. */
    Optional<Skb> postrouting(Skb skb) {
        return traverse(skb, new HookState(Hook.POSTROUTING, Optional.empty(), Optional.of(bridge.device())));
    }
}
