package nfstep.engine;

import java.util.Optional;
import nfstep.event.PathEvent;
import nfstep.host.Namespace;
import nfstep.packet.IpFamily;
import nfstep.packet.SourceRoutes;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;

/** A packet comes in by a device: {@code net/ipv4/ip_input.c}. */
final class Reception {
    private Reception() {}

    /** Takes a packet from a device to the hook PREROUTING and on. */
    static void receive(Run run, String namespace, String from, Skb skb) {
        if (run.world().network().find(namespace).isEmpty()) {
            return;
        }
        run.emit(new PathEvent.Arrived(Run.at(namespace, skb), skb, from));
        takeUp(run, namespace, skb);
    }

    /** {@code ip_rcv}: a packet that {@code br_netfilter} has shown to PREROUTING is not shown again. */
    static void takeUp(Run run, String namespace, Skb skb) {
        Optional<String> refusal = refusal(skb);
        if (refusal.isPresent()) {
            drop(run, namespace, skb, "ip_rcv", refusal.get());
            return;
        }
        HookState where = new HookState(Hook.PREROUTING, skb.in(), Optional.empty());
        boolean loops =
                skb.in().filter(in -> in.index() == Namespace.LOOPBACK_INDEX).isPresent();
        boolean seen = skb.bridge().in().isPresent() && !loops;
        Optional<Skb> passed = seen
                ? Optional.of(skb)
                : Hooks.traverse(run, namespace, skb, where).skb();
        passed.ifPresent(s -> route(run, namespace, s));
    }

    /** {@code ip_rcv_core}: what is dropped before any hook. */
    private static Optional<String> refusal(Skb skb) {
        if (skb.packet().family() == IpFamily.IPV6) {
            return Optional.of("the way of IPv6 packets is not modelled by this version of nfstep");
        }
        if (skb.type() == PacketType.OTHERHOST) {
            return Optional.of("the frame is not addressed to this device");
        }
        return skb.packet().headerChecksumOk() ? Optional.empty() : Optional.of("wrong IP header checksum");
    }

    private static void route(Run run, String namespace, Skb skb) {
        Optional<RoutingInput.Routed> routed = skb.route().isPresent()
                ? Optional.of(new RoutingInput.Routed(skb, false))
                : RoutingInput.route(run, namespace, new EarlyDemux(run, namespace).find(skb));
        routed.filter(r -> mayNameItsWay(run, namespace, r.skb()))
                .filter(r -> isAllowed(run, namespace, r.skb()))
                .ifPresent(r -> {
                    if (r.skb().route().orElseThrow().kind() == Decision.Kind.FORWARD) {
                        Forwarding.forward(run, namespace, r);
                    } else {
                        deliver(run, namespace, r.skb());
                    }
                });
    }

    /** {@code ip_rcv_options}: a packet that names hosts on its way is dropped; where it may, its way is not modelled. */
    static boolean mayNameItsWay(Run run, String namespace, Skb skb) {
        if (!SourceRoutes.isIn(skb.packet())) {
            return true;
        }
        Namespace host = run.world().network().namespace(namespace);
        Device in = skb.in().orElseThrow();
        String knob = "accept_source_route";
        String reason = Settings.conf(host, in, knob) == 0
                ? "source routes are not accepted from " + in.name()
                : "source routes are not followed by this version of nfstep";
        run.emit(new PathEvent.Dropped(
                Run.at(namespace, skb), "ip_options", reason, Optional.of(Settings.governing(host, in, knob))));
        return false;
    }

    /** {@code ip_rcv_finish_core}: what is for one host in a frame for many. */
    private static boolean isAllowed(Run run, String namespace, Skb skb) {
        boolean frameForMany = skb.type() == PacketType.BROADCAST || skb.type() == PacketType.MULTICAST;
        Decision.Kind kind = skb.route().orElseThrow().kind();
        boolean forMany = kind == Decision.Kind.BROADCAST || kind == Decision.Kind.MULTICAST;
        Namespace host = run.world().network().namespace(namespace);
        String knob = "drop_unicast_in_l2_multicast";
        if (!frameForMany || forMany || Settings.conf(host, skb.in().orElseThrow(), knob) == 0) {
            return true;
        }
        run.emit(new PathEvent.Dropped(
                Run.at(namespace, skb),
                "ip_rcv",
                "a packet for one host came in a frame of type " + skb.type(),
                Optional.of(Settings.governing(host, skb.in().orElseThrow(), knob))));
        return false;
    }

    /** {@code ip_local_deliver}: fragments are put together; INPUT, then sockets and protocols. */
    private static void deliver(Run run, String namespace, Skb skb) {
        if (skb.packet().isFragment()) {
            new Defragmentation(run, namespace, Reassembly.User.LOCAL_DELIVER)
                    .take(skb)
                    .ifPresent(whole -> input(run, namespace, whole));
        } else {
            input(run, namespace, skb);
        }
    }

    private static void input(Run run, String namespace, Skb skb) {
        HookState where = new HookState(Hook.INPUT, skb.in(), Optional.empty());
        Hooks.traverse(run, namespace, skb, where).skb().ifPresent(s -> run.stack()
                .receive(run, namespace, s));
    }

    private static void drop(Run run, String namespace, Skb skb, String place, String reason) {
        run.emit(new PathEvent.Dropped(Run.at(namespace, skb), place, reason, Optional.empty()));
    }
}
